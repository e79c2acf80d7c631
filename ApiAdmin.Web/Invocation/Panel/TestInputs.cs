using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Web.Definitions.Editing;
using ApiAdmin.Web.Invocation.History;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>One field of the test panel.</summary>
public sealed record InputField(string Name, ParamType Type, bool Required, bool Sensitive, string? Format, string Description, string Prefill, bool IsOfACall)
{
    public static InputField Of(DefinitionInput input) => input.Row is { } row && !input.IsOfACall
        ? new(
            input.Name, row.Type, row.Required && row.Default is null, row.Sensitive, row.Format, row.Description,
            (row.Default ?? row.Example)?.ToPlainText() ?? "", IsOfACall: false)
        : new(input.Name, ParamType.String, false, input.Row?.Sensitive ?? false, null, "", "", input.IsOfACall);
}

/// <summary>
/// What stands in the panel's fields, as text by input name. It outlives changes of the definition: a field that goes
/// and comes back has its text again. An untouched field shows the default or the example.
/// </summary>
public sealed class TestInputs
{
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);

    public ValueList<InputField> Fields { get; private set; } = [];

    public void Follow(ApiDefinition definition)
    {
        var fields = DefinitionInputs.Of(definition).Select(InputField.Of).ToValueList();
        if (!fields.Equals(Fields))
        {
            Fields = fields;
        }
    }

    public string Text(InputField field) => typed.GetValueOrDefault(field.Name, field.Prefill);

    /// <summary>What was typed and may be remembered: nothing sensitive, and no file.</summary>
    public IReadOnlyDictionary<string, string> Memorable() => Fields
        .Where(field => !field.Sensitive && field.Type != ParamType.File && typed.ContainsKey(field.Name))
        .ToDictionary(field => field.Name, field => typed[field.Name], StringComparer.Ordinal);

    /// <summary>What a kept run had and may stand in a field today: a field can have become sensitive since.</summary>
    public IReadOnlyDictionary<string, string> Memorable(ValueMap<KeptInput> kept) => Fields
        .Where(field => !field.Sensitive && field.Type != ParamType.File && kept.TryGetValue(field.Name, out var input) && input.Value is not null)
        .ToDictionary(field => field.Name, field => HistoryRerun.TextOf(kept[field.Name]), StringComparer.Ordinal);

    /// <summary>Brings back what was typed before; what was typed since stays.</summary>
    public void Recall(IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (name, text) in texts)
        {
            typed.TryAdd(name, text);
        }
    }

    public void Set(string name, string text) => typed[name] = text;

    /// <summary>By input name, as the invoker takes them; an empty field gives nothing.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values()
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            if (TypedText.Parse(Text(field), field.Type) is { } value)
            {
                values[field.Name] = value.ToElement();
            }
        }

        return values;
    }
}
