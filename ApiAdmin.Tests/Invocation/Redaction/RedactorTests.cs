using System.Text;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Tests.Invocation.Redaction;

public sealed class RedactorTests
{
    private const string Secret = "s3cr3t/val+ue \"q\" <é>";

    public static TheoryData<string> Echoes =>
    [
        Secret,
        Uri.EscapeDataString(Secret),
        Uri.EscapeDataString(Secret).ToLowerInvariant(),
        System.Text.Json.JsonSerializer.Serialize(Secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("u:" + Secret)),
        Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)),
        System.Net.WebUtility.HtmlEncode(Secret),
    ];

    [Theory]
    [MemberData(nameof(Echoes))]
    public void Redact_AnyFormOfASecret_LeavesNoUsablePartOfIt(string echo)
    {
        var redacted = new Redactor([Secret]).Redact($"<{echo}>");

        Assert.Contains("•••", redacted);
        Assert.True(redacted.Length < 20, redacted);
    }

    [Fact]
    public void Stream_SecretAcrossChunksOfAnySize_IsMasked()
    {
        var text = Encoding.UTF8.GetBytes($"aa{Secret}bb{Secret}{Secret}cc");
        for (var size = 1; size < text.Length; size++)
        {
            var redactor = new Redactor([Secret]).Stream()!;
            var shown = new MemoryStream();
            foreach (var chunk in text.Chunk(size))
            {
                shown.Write(redactor.Write(chunk).Span);
            }

            shown.Write(redactor.Complete().Span);
            Assert.Equal("aa•••bb••••••cc", Encoding.UTF8.GetString(shown.ToArray()));
        }
    }

    [Theory]
    [InlineData("authorization")]
    [InlineData("Set-Cookie")]
    [InlineData("X-API-Key")]
    public void Header_Credential_IsMaskedWhateverItsValue(string name) =>
        Assert.Equal("•••", Redactor.None.Header(name, "anything").Value);

    [Theory]
    [InlineData("{\"tel\":13800138000}", "\"{\\\"tel\\\":•••}\"")]
    [InlineData("{\"tel\":\"13800138000\"}", "{\"tel\":\"•••\"}")]
    [InlineData("13800138000", "\"•••\"")]
    public void Value_SensitiveDigitsAnywhereInIt_StaysJson(string value, string expected) =>
        Assert.Equal(expected, new Redactor(["13800138000"]).Value(ApiAdmin.Core.Definitions.RawJson.Parse(value))!.Text);
}
