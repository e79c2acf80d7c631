using System.Net;
using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Tests.Access;

public sealed class SecretRedactorTests
{
    private const string Secret = "s3cr/t+\"q\" & \\päss";

    public static TheoryData<string> Echoes() =>
    [
        Secret, Uri.EscapeDataString(Secret), Uri.EscapeDataString(Secret).ToLowerInvariant(), WebUtility.UrlEncode(Secret),
        WebUtility.HtmlEncode(Secret), JsonSerializer.Serialize(Secret), Base64(Secret), Base64(Secret).Replace('+', '-').Replace('/', '_').TrimEnd('='),
        Base64("u:" + Secret), Base64("us:" + Secret), Base64("use:" + Secret), Base64("a" + Secret + "tail"), Uri.EscapeDataString(Base64(Secret)),
        Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)),
    ];

    [Theory]
    [MemberData(nameof(Echoes))]
    public void Redact_SecretInAnyForm_IsMaskedAndTheRestStays(string echo)
    {
        var redacted = new SecretRedactor([Secret]).Redact($"before {echo} between {echo} after");

        Assert.StartsWith("before ", redacted);
        Assert.EndsWith(" after", redacted);
        Assert.Equal(2, redacted.Split(SecretRedactor.Mask).Length - 1);
        var core = echo.Length > 12 ? echo[4..^6] : echo;
        Assert.DoesNotContain(core, redacted);
    }

    [Fact]
    public void Redact_TextWithoutSecrets_IsTheSameString()
    {
        const string Text = "nothing to see";

        Assert.Same(Text, new SecretRedactor([Secret]).Redact(Text));
    }

    [Fact]
    public void Redact_ShortValue_IsLeft() => Assert.Equal("abc 12345", new SecretRedactor(["12345"]).Redact("abc 12345"));

    [Fact]
    public void Redact_OneSecretWithinAnother_MasksTheLonger() =>
        Assert.Equal("x ••• y", new SecretRedactor(["token-1", "token-1-more"]).Redact("x token-1-more y"));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
