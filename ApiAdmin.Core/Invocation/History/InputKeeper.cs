using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Building;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation.History;

/// <summary>
/// Takes from the inputs of a run what history may keep. A sensitive input, a credential's header, a file, a value that
/// holds a secret and one that is too long are only named; what the definition does not declare is not kept at all, as
/// it may be a sensitive input under a misspelt name.
/// </summary>
internal static class InputKeeper
{
    private const int LongestValue = 8 * 1024;
    private const int LongestTogether = HistoryRows.LargestBody;

    private static readonly KeptInput Redacted = new() { Redacted = true };

    public static ValueMap<KeptInput> Keep(ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, Redactor redactor)
    {
        var rows = DefinitionRows.Enabled(definition).Select(row => row.Row).ToLookup(DeclaredInput.NameOf, StringComparer.Ordinal);
        var hidden = rows.Where(row => row.Key is not null && row.Any(IsHidden)).Select(row => row.Key!).ToHashSet(StringComparer.Ordinal);

        // A run that ended before its request was built has no redactor of its own, and its sensitive inputs are no less so.
        var ofInputs = new SecretRedactor(hidden.Where(inputs.ContainsKey).Select(name => Text(inputs[name])));
        var kept = new List<KeyValuePair<string, KeptInput>>();
        var left = LongestTogether;
        foreach (var input in DefinitionInputs.Of(definition))
        {
            if (!inputs.TryGetValue(input.Name, out var value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                continue;
            }

            var raw = value.GetRawText();
            var isKept = !hidden.Contains(input.Name) && raw.Length <= Math.Min(LongestValue, left)
                && IsClean(raw, redactor, ofInputs) && IsClean(Text(value), redactor, ofInputs);
            left -= isKept ? raw.Length : 0;
            kept.Add(new(input.Name, isKept ? new KeptInput { Value = RawJson.Of(value) } : Redacted));
        }

        return new ValueMap<KeptInput>(kept);
    }

    private static bool IsHidden(Param row) =>
        row.Sensitive || row.Type == ParamType.File || (row is HeaderParam && Redactor.IsCredential(row.Name));

    private static bool IsClean(string text, Redactor redactor, SecretRedactor ofInputs) => redactor.Redact(text) == text && ofInputs.Redact(text) == text;

    private static string Text(JsonElement value) => RawJson.Of(value).TryToPlainText(out var text) ? text : value.GetRawText();
}
