using System.Text.Json;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>A file input: <c>{ "fileName", "contentType", "base64" }</c>, the type being optional.</summary>
internal static class FileConverter
{
    public static FileValue? Convert(JsonElement value, out string problem)
    {
        problem = "has to be a file: { \"fileName\", \"contentType\", \"base64\" }.";
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return Read(value, ref problem);
        }
        catch (InvalidOperationException)
        {
            problem = "holds half of a surrogate pair, which is no character. Remove it.";
            return null;
        }
    }

    private static FileValue? Read(JsonElement value, ref string problem)
    {
        var unknown = value.EnumerateObject().FirstOrDefault(m => m.Name is not ("fileName" or "contentType" or "base64"));
        if (unknown.Value.ValueKind != JsonValueKind.Undefined)
        {
            problem = $"has a member \"{unknown.Name}\" that a file does not know. It has fileName, contentType and base64.";
            return null;
        }

        var (name, type, base64) = (Member(value, "fileName"), Member(value, "contentType") ?? "application/octet-stream", Member(value, "base64"));
        if (string.IsNullOrEmpty(name) || base64 is null)
        {
            return null;
        }

        if ((TextRules.PartHeader(name) ?? TextRules.Header(type)) is { } wrong)
        {
            problem = wrong;
            return null;
        }

        var bytes = new byte[base64.Length];
        if (System.Convert.TryFromBase64String(base64, bytes, out var written))
        {
            return new FileValue(name, type, bytes.AsMemory(0, written));
        }

        problem = "holds a file whose \"base64\" is not base64. Encode its bytes again.";
        return null;
    }

    private static string? Member(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
