using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction;

/// <summary>Recognises the usual envelopes in which a 200 can mean a failure, and offers the rule for them.</summary>
public static class Envelopes
{
    private static readonly string[] Codes = ["ret_code", "retCode", "retcode", "code", "errcode", "errCode", "error_code", "errorCode", "resultCode", "result_code"];

    private static readonly string[] Flags = ["success", "ok", "succeeded", "isSuccess"];

    private static readonly string[] Messages = ["ret_msg", "retMsg", "msg", "message", "errmsg", "errMsg", "error_message", "errorMessage", "error"];

    /// <summary>What a body looks like; null when it is no JSON object or looks like none of them.</summary>
    public static EnvelopeOffer? In(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && (Code(root) ?? Flag(root)) is { } rule
                ? new EnvelopeOffer(rule, Member(root, Messages, v => v.ValueKind is JsonValueKind.String or JsonValueKind.Null)?.Path)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A code of digits means success when all are zeros, whatever it is now; 200 stands for itself.</summary>
    private static BodyRule? Code(JsonElement root) => Member(root, Codes, IsCode) is { } found
        ? new BodyRule { Path = found.Path, Op = RuleOperator.Eq, Value = Good(found.Value) }
        : null;

    private static BodyRule? Flag(JsonElement root) => Member(root, Flags, v => v.ValueKind is JsonValueKind.True or JsonValueKind.False) is { } found
        ? new BodyRule { Path = found.Path, Op = RuleOperator.Eq, Value = RawJson.Boolean(true) }
        : null;

    private static bool IsCode(JsonElement value) => value.ValueKind == JsonValueKind.Number
        || (value.ValueKind == JsonValueKind.String && ElementText.Of(value) is { Length: > 0 and <= 12 } text && text.All(char.IsAsciiDigit));

    private static RawJson Good(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? RawJson.Trusted(value.GetRawText() == "200" ? "200" : "0")
        : RawJson.String(value.GetString() is "200" ? "200" : new string('0', value.GetString()!.Length));

    private static (string Path, JsonElement Value)? Member(JsonElement root, string[] names, Func<JsonElement, bool> fits)
    {
        foreach (var name in names)
        {
            var step = new NameStep(name);
            if (ElementText.TryGetMember(root, step, out var value) && (value.ValueKind is not JsonValueKind.Null || names == Messages) && FitsKind(value, fits))
            {
                return (new SimplePath([step]).ToString(), value);
            }
        }

        return null;
    }

    private static bool FitsKind(JsonElement value, Func<JsonElement, bool> fits) =>
        value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) && fits(value);
}

/// <param name="Rule">The ready-made rule.</param>
/// <param name="Message">Where the message probably is; null when nothing looks like one.</param>
public sealed record EnvelopeOffer(BodyRule Rule, string? Message);
