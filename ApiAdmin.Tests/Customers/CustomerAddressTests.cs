using ApiAdmin.Web.Customers;

namespace ApiAdmin.Tests.Customers;

public sealed class CustomerAddressTests
{
    [Theory]
    [InlineData("+86 138", false, "phone=%2B86%20138")]
    [InlineData("０１５１", false, "phone=%EF%BC%90%EF%BC%91%EF%BC%95%EF%BC%91")]
    [InlineData(" a@b.example ", false, "email=a%40b.example")]
    [InlineData("Agent 007", false, "nick=Agent%20007")]
    [InlineData("-", false, "nick=-")]
    [InlineData(" 8613800138000", true, "phone=%2B8613800138000")]
    [InlineData("anonymous", true, "phone=anonymous")]
    public void New_WithWhatWasTyped_PutsItWhereItBelongs(string typed, bool fromPop, string query) =>
        Assert.Equal("/customers/new?" + query, CustomerAddress.New(typed, fromPop));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void New_WithNothingTyped_IsTheEmptyForm(string? typed) => Assert.Equal("/customers/new", CustomerAddress.New(typed));
}
