using System.Text;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Tests.Access;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, its last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_OfTheStandardsTimes_IsTheStandardsCode(long seconds, string code) => Assert.Equal(code, Totp.Code(Secret, seconds / 30));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Match_CodeOfAStepAway_IsTakenWithinOneStep(int away, bool taken)
    {
        const long Now = 1_700_000_000;

        var step = Totp.Match(Secret, Totp.Code(Secret, (Now / 30) + away), DateTimeOffset.FromUnixTimeSeconds(Now), 0);

        Assert.Equal(taken ? (Now / 30) + away : null, step);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("١٢٣٤٥٦")]
    public void Match_WhatIsNoCode_IsRefused(string code) => Assert.Null(Totp.Match(Secret, code, DateTimeOffset.FromUnixTimeSeconds(59), 0));

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void Encode_OfBytes_IsBase32(string text, string encoded) => Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));
}
