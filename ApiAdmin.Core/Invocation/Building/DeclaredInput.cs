using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>An input a definition asks for; a call's variable that only a template names has no row.</summary>
internal sealed record DeclaredInput(string Name, Param? Row, bool Required)
{
    /// <summary>The row's default as it would have been given.</summary>
    public JsonElement? Default { get; } = Row?.Default?.ToElement();

    /// <summary>Inputs of enabled rows and the call's variables, each once, in the order of the definition.</summary>
    public static OrderedDictionary<string, DeclaredInput> Of(ApiDefinition definition, IEnumerable<TemplateText> templates)
    {
        var all = new OrderedDictionary<string, DeclaredInput>(StringComparer.Ordinal);
        foreach (var row in definition.Headers.Concat<Param>(definition.Parameters).Where(row => row.Enabled))
        {
            if (NameOf(row) is { } name)
            {
                var known = all.TryGetValue(name, out var declared) ? declared : new DeclaredInput(name, row, Required: false);
                all[name] = known with { Required = known.Required || IsRequired(row) };
            }
        }

        foreach (var reference in templates.SelectMany(t => t.References).Where(r => r.Kind == TemplateSource.System))
        {
            if (SystemVariables.IsOfACall(reference.Name))
            {
                all.TryAdd(SystemVariables.Canonical(reference.Name), new(SystemVariables.Canonical(reference.Name), null, Required: true));
            }
        }

        return all;
    }

    /// <summary>Under which name the row's value is given; null when nobody gives it.</summary>
    public static string? NameOf(Param row) => row.Value switch
    {
        CallerValue caller => string.IsNullOrEmpty(caller.Input) ? row.Name : caller.Input,
        SystemValue system when SystemVariables.IsOfACall(system.Name) => SystemVariables.Canonical(system.Name),
        _ => null,
    };

    // A path has no place for a missing value.
    private static bool IsRequired(Param row) =>
        row.Default is null && (row.Required || row is RequestParam { In: ParamPlace.Path });
}
