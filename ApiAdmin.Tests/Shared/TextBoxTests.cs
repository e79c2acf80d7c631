using ApiAdmin.Web.Shared;
using Bunit;

namespace ApiAdmin.Tests.Shared;

public sealed class TextBoxTests
{
    [Fact]
    public void Render_Again_KeepsTheHandlerAKeystrokeMayBeOnItsWayTo()
    {
        using var context = new BunitContext();
        var heard = new List<string>();
        var box = context.Render<TextBox>(parameters => parameters.Add(p => p.Value, "a").Add(p => p.ValueChanged, heard.Add));
        var handler = box.Find("input").GetAttribute("blazor:oninput");

        box.Render(parameters => parameters.Add(p => p.Value, "b").Add(p => p.ValueChanged, text => heard.Add("later " + text)));
        box.Find("input").Input("c");

        Assert.NotNull(handler);
        Assert.Equal(handler, box.Find("input").GetAttribute("blazor:oninput"));
        Assert.Equal(["later c"], heard);
    }

    [Fact]
    public void Render_OfSeveralLines_IsATextArea()
    {
        using var context = new BunitContext();

        var box = context.Render<TextBox>(parameters => parameters.Add(p => p.Value, "a\nb").Add(p => p.Multiline, true).AddUnmatched("rows", "3"));

        Assert.Equal(("a\nb", "3"), (box.Find("textarea").GetAttribute("value"), box.Find("textarea").GetAttribute("rows")));
    }
}
