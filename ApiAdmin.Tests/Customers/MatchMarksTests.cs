using ApiAdmin.Web.Customers.List;

namespace ApiAdmin.Tests.Customers;

public sealed class MatchMarksTests
{
    [Theory]
    [InlineData("li", "Li Na", "[Li] Na")]
    [InlineData("na li", "Li Na", "[Li] [Na]")]
    [InlineData("jose", "José Núñez", "[José] Núñez")]
    [InlineData("é", "José", "José")]
    [InlineData("ＡＣＭＥ", "Acme Ltd", "[Acme] Ltd")]
    [InlineData("李娜", "王李娜娜", "王[李娜]娜")]
    [InlineData("رشيد", "رَشيد", "[رَشيد]")]
    [InlineData("strasse", "Große Straße 1", "Große [Straße] 1")]
    [InlineData("138-0013", "+8613800138000", "+86[1380013]8000")]
    [InlineData("0151 234", "+4915123456789", "+49[151234]56789")]
    [InlineData("٧٧٨٨", "+77887788", "+[77887788]")]
    [InlineData("8000", "+861••••••8000", "+861••••••[8000]")]
    [InlineData("13", "Room 13b", "Room [13]b")]
    [InlineData("a", "Anna", "Anna")]
    [InlineData("a.b", "a.b@example.com", "a.b@example.com")]
    [InlineData("𝒳𝒴", "x𝒳𝒴z", "x[𝒳𝒴]z")]
    [InlineData("  ", "Anna", "Anna")]
    [InlineData(null, "Anna", "Anna")]
    public void Parts_OfATyped_MarkWhatTheSearchFinds(string? typed, string text, string marked) =>
        Assert.Equal(marked, string.Concat(MatchMarks.Of(typed).Parts(text).Select(part => part.IsMatch ? $"[{part.Text}]" : part.Text)).Replace("][", "", StringComparison.Ordinal));

    [Fact]
    public void Parts_OfANaughtyText_AreTheWholeText()
    {
        foreach (var text in Support.NaughtyStrings.Read().Append("\ud800 lone"))
        {
            foreach (var typed in new[] { "te", "0", "12", text })
            {
                Assert.Equal(text, string.Concat(MatchMarks.Of(typed).Parts(text).Select(part => part.Text)));
            }
        }
    }
}
