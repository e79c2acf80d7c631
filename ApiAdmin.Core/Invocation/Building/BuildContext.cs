using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>The values one request is built from, and what went wrong on the way.</summary>
internal sealed class BuildContext(
    BuildPlan plan, CheckedInputs inputs, IReadOnlyDictionary<string, RevealedSecret> secrets, SystemValues system, ValueNormalizer normalizer)
{
    private readonly List<Finding> problems = inputs.Problems;
    private List<UsedSecret>? used;

    public BuildPlan Plan { get; } = plan;

    public ValueNormalizer Normalizer { get; } = normalizer;

    public ValueList<Finding> Problems => problems.Count == 0 ? [] : [.. problems.Distinct()];

    public ValueList<UsedSecret> UsedSecrets => used is null ? [] : [.. used];

    public void Problem(string path, string code, string message) => problems.Add(new Finding(path, code, message));

    /// <summary>An input's value; null when it is optional and was not given.</summary>
    public ResolvedValue? Input(string name, string path)
    {
        if (inputs.Values.TryGetValue(name, out var value))
        {
            return value;
        }

        if (inputs.IsFailed(name))
        {
            return Placeholder(name);
        }

        if (inputs.Declared.ContainsKey(name))
        {
            return null;
        }

        Problem(path, FindingCodes.NoSuchParam, $"{{{{{name}}}}} names no input of this API. Add a param that the caller gives under \"{name}\", or mend the name.");
        return Placeholder(name);
    }

    public ResolvedValue Secret(string name, string path)
    {
        if (!secrets.TryGetValue(name, out var secret))
        {
            Problem(path, FindingCodes.NotFound, $"The secret \"{name}\" does not exist. Add it under Secrets, or name another one.");
            return Placeholder($"secrets.{name}");
        }

        if (used is null || !used.Exists(u => u.Name == name))
        {
            (used ??= []).Add(new UsedSecret(name, secret.Hosts));
        }

        return new ResolvedValue(ParamType.String, MaskedText.Sensitive(secret.Value));
    }

    /// <summary>A system variable's value; null for one of a call that was not given and is not required.</summary>
    public ResolvedValue? System(string name, string path)
    {
        if (SystemVariables.IsOfACall(name))
        {
            return Input(SystemVariables.Canonical(name), path);
        }

        if (system.Of(name, out var problem) is { } value)
        {
            return value;
        }

        Problem(path, FindingCodes.UnknownValue, problem);
        return Placeholder($"system.{name}");
    }

    public ResolvedValue? Of(TemplateReference reference, string path) => reference.Kind switch
    {
        TemplateSource.Secret => Secret(reference.Name, path),
        TemplateSource.System => System(reference.Name, path),
        _ => Input(reference.Name, path),
    };

    private static ResolvedValue Placeholder(string name) => ResolvedValue.Unresolved(ParamType.String, $"{{{{{name}}}}}");
}
