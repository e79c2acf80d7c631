using ApiAdmin.Core.Customers;

namespace ApiAdmin.Tests.Customers;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("whatsapp-778899", null, "•••99")]
    [InlineData("whatsapp-778899", "8899", "•••8899")]
    [InlineData("whatsapp-778899", "sapp", "•••sapp•••99")]
    [InlineData("whatsapp-778899", "899", "•••99")]
    [InlineData("whatsapp-778899", "none", "•••99")]
    [InlineData("ab", null, "•••")]
    [InlineData("客户编号甲乙", null, "•••甲乙")]
    public void Account_BySomebodyWhoMayNotSeeIt_ShowsItsEndAndWhatWasTyped(string value, string? typed, string shown) =>
        Assert.Equal(shown, Masking.Account(value, typed));
}
