using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>Holds the inputs against what the definition declares: all problems at once, each naming its input.</summary>
internal sealed class InputChecker(ValueNormalizer normalizer)
{
    public CheckedInputs Check(IReadOnlyDictionary<string, DeclaredInput> declared, IReadOnlyDictionary<string, JsonElement> given)
    {
        var result = new CheckedInputs(declared);
        if (declared.Count == 0 && given.Count == 0)
        {
            return result;
        }

        var byName = Given(given, declared, result);
        foreach (var input in declared.Values)
        {
            if (byName.TryGetValue(input.Name, out var value))
            {
                Take(input, value, result);
            }
            else if (input.Default is { } standard)
            {
                Take(input, standard, result);
            }
            else if (input.Required)
            {
                result.Fail(input.Name, FindingCodes.Required, $"The input \"{input.Name}\" is missing. Give it a value.");
            }
        }

        return result;
    }

    /// <summary>What was given under declared names; the call's variables answer to both their names.</summary>
    private static Dictionary<string, JsonElement> Given(
        IReadOnlyDictionary<string, JsonElement> given, IReadOnlyDictionary<string, DeclaredInput> declared, CheckedInputs result)
    {
        var byName = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            var canonical = declared.ContainsKey(name) ? name : SystemVariables.Canonical(name);
            if (!declared.ContainsKey(canonical))
            {
                // A flow hands in every variable of its call, used or not.
                if (!SystemVariables.IsOfACall(canonical))
                {
                    result.Problem(name, FindingCodes.NoSuchParam, Unknown(name, declared));
                }
            }
            else if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                byName[canonical] = value;
            }
        }

        return byName;
    }

    private void Take(DeclaredInput input, JsonElement value, CheckedInputs result)
    {
        var type = input.Row?.Type ?? ParamType.String;
        if (type == ParamType.File)
        {
            TakeFile(input, value, result);
            return;
        }

        var text = ValueConverter.Convert(type, input.Row?.Format, value, out var problem);
        text = text is null ? null : normalizer.Apply(input.Row?.Normalize ?? ValueNormalization.None, text, out problem);
        if (text is null)
        {
            result.Fail(input.Name, FindingCodes.WrongType, $"The input \"{input.Name}\" {problem}");
            return;
        }

        var kind = input.Row?.Sensitive == true ? TextPartKind.Sensitive : TextPartKind.Plain;
        result.Values[input.Name] = new ResolvedValue(type, new MaskedText(new TextPart(text, kind)));
    }

    private static void TakeFile(DeclaredInput input, JsonElement value, CheckedInputs result)
    {
        if (FileConverter.Convert(value, out var problem) is not { } file)
        {
            result.Fail(input.Name, FindingCodes.WrongType, $"The input \"{input.Name}\" {problem}");
            return;
        }

        var base64 = Convert.ToBase64String(file.Bytes.Span);
        var kind = input.Row?.Sensitive == true ? TextPartKind.Sensitive : TextPartKind.Plain;
        result.Values[input.Name] = new ResolvedValue(ParamType.File, new MaskedText(new TextPart(base64, kind))) { File = file };
    }

    private static string Unknown(string name, IReadOnlyDictionary<string, DeclaredInput> declared)
    {
        var shown = Quoted.Text(name);
        return declared.Count == 0
            ? $"There is no input {shown}: this API takes none. Leave it out."
            : $"There is no input {shown}.{Nearest.Hint(name, declared.Keys)} The inputs are {Quoted.List(declared.Keys)}.";
    }
}

/// <summary>The values that are fit to be sent, and what is wrong with the rest.</summary>
internal sealed class CheckedInputs(IReadOnlyDictionary<string, DeclaredInput> declared)
{
    private HashSet<string>? failed;

    public IReadOnlyDictionary<string, DeclaredInput> Declared { get; } = declared;

    public Dictionary<string, ResolvedValue> Values { get; } = new(StringComparer.Ordinal);

    public List<Finding> Problems { get; } = [];

    /// <summary>Missing though required, or of the wrong type: already told.</summary>
    public bool IsFailed(string name) => failed?.Contains(name) == true;

    public void Fail(string name, string code, string message)
    {
        (failed ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
        Problem(name, code, message);
    }

    public void Problem(string name, string code, string message) => Problems.Add(new Finding($"inputs.{name}", code, message));
}
