using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>Text, numbers, switches, times and names of enums.</summary>
internal static class ScalarShape
{
    public static void Check(JsonElement element, Type type, JsonSerializerOptions options, string path, FindingList findings)
    {
        if (type.IsEnum && element.ValueKind == JsonValueKind.String)
        {
            CheckName(element, JsonShape.NamesOf(type, options), path, findings);
        }
        else if (type == typeof(string) && element.ValueKind == JsonValueKind.String)
        {
            CheckText(element, path, findings);
        }
        else if (!Fits(element, type))
        {
            var code = element.ValueKind == JsonValueKind.Number && JsonShape.IsNumber(type) ? FindingCodes.OutOfRange : FindingCodes.WrongType;
            findings.Add(path, code, $"\"{path}\" is {JsonShape.Describe(element)}; give {JsonShape.Describe(type, options)}.");
        }
    }

    public static void CheckText(JsonElement element, string path, FindingList findings)
    {
        if (JsonText.Read(element) is not { } text)
        {
            findings.Add(path, FindingCodes.InvalidCharacter, $"\"{path}\" holds half of a surrogate pair; remove or retype that character.");
        }
        else if (text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var index)
        {
            findings.Add(path, FindingCodes.InvalidCharacter, $"\"{path}\" holds the character U+0000 at position {index + 1}, which cannot be stored; remove it.");
        }
    }

    public static string UnknownName(string path, string given, IReadOnlyList<string> allowed) =>
        $"{Quoted.Text(given)} is not known for \"{path}\".{Nearest.Hint(given, allowed)} Allowed: {Quoted.List(allowed, 30)}.";

    private static void CheckName(JsonElement element, IReadOnlyList<string> allowed, string path, FindingList findings)
    {
        var given = JsonText.Read(element) ?? element.GetRawText();
        if (!allowed.Contains(given))
        {
            findings.Add(path, FindingCodes.UnknownValue, UnknownName(path, given, allowed));
        }
    }

    private static bool Fits(JsonElement element, Type type) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => type == typeof(bool),
        JsonValueKind.Number when type == typeof(int) => element.TryGetInt32(out _),
        JsonValueKind.Number when type == typeof(long) => element.TryGetInt64(out _),
        JsonValueKind.Number when type == typeof(double) => element.TryGetDouble(out var number) && double.IsFinite(number),
        JsonValueKind.String when type == typeof(DateTimeOffset) => element.TryGetDateTimeOffset(out _),
        JsonValueKind.String when type == typeof(Guid) => element.TryGetGuid(out _),
        JsonValueKind.String when type == typeof(byte[]) => element.TryGetBytesFromBase64(out _),
        _ => false,
    };
}
