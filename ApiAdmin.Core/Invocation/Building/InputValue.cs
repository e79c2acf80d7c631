using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>A value of its type, ready for any place: text as a person would write it, JSON for objects and arrays.</summary>
internal sealed record ResolvedValue(ParamType Type, MaskedText Text)
{
    public FileValue? File { get; init; }

    public bool IsResolved => Text.IsResolved;

    public static ResolvedValue Unresolved(ParamType type, string placeholder) =>
        new(type, new MaskedText(new TextPart(placeholder, TextPartKind.Unresolved)));

    public ResolvedValue Hidden(bool sensitive) =>
        sensitive && IsResolved ? this with { Text = MaskedText.Sensitive(Text.Reveal()) } : this;

    /// <summary>The value as JSON: strings and dates quoted, everything else literally.</summary>
    public MaskedText ToJson() => Type switch
    {
        _ when !IsResolved => Text,
        ParamType.String or ParamType.Date =>
            MaskedText.Concat(MaskedText.Plain("\""), Text.Escape(Escapes.Json), MaskedText.Plain("\"")),
        ParamType.File => MaskedText.Concat(MaskedText.Plain("\""), Text, MaskedText.Plain("\"")),
        _ => Text,
    };

    /// <summary>The elements of an array, each as it is written in text; any other value is its own only element.</summary>
    public IReadOnlyList<MaskedText> Items()
    {
        if (Type != ParamType.Array || !IsResolved)
        {
            return [Text];
        }

        using var document = JsonDocument.Parse(Text.Reveal());
        var kind = Text.IsSensitive ? TextPartKind.Sensitive : TextPartKind.Plain;
        return [.. document.RootElement.EnumerateArray().Select(item => new MaskedText(new TextPart(Plain(item), kind)))];
    }

    private static string Plain(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString()!,
        JsonValueKind.Null => "",
        _ => item.GetRawText(),
    };
}

/// <summary>A file as the caller gives it.</summary>
internal sealed record FileValue(string FileName, string ContentType, ReadOnlyMemory<byte> Bytes);
