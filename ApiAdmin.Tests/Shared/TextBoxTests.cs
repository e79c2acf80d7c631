using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Interchange;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace ApiAdmin.Tests.Shared;

public sealed class TextBoxTests
{
    [Fact]
    public async Task Render_Again_KeepsTheHandlerAKeystrokeMayBeOnItsWayTo()
    {
        using var context = Context();
        var heard = new List<string>();
        var box = context.Render<TextBox>(parameters => parameters.Add(p => p.Value, "a").Add(p => p.ValueChanged, heard.Add));
        var handler = box.Find("input").GetAttribute("blazor:oninput");

        box.Render(parameters => parameters.Add(p => p.Value, "b").Add(p => p.ValueChanged, text => heard.Add("later " + text)));
        await box.Find("input").InputAsync("c");

        Assert.NotNull(handler);
        Assert.Equal(handler, box.Find("input").GetAttribute("blazor:oninput"));
        Assert.Equal(["later c"], heard);
    }

    [Fact]
    public void Render_OfSeveralLines_IsATextArea()
    {
        using var context = Context();

        var box = context.Render<TextBox>(parameters => parameters.Add(p => p.Value, "a\nb").Add(p => p.Multiline, true).AddUnmatched("rows", "3"));

        Assert.Equal(("a\nb", "3"), (box.Find("textarea").GetAttribute("value"), box.Find("textarea").GetAttribute("rows")));
    }

    [Fact]
    public async Task Streamed_LongText_IsReportedAndNotSentBackUntilAnotherTakesItsPlace()
    {
        using var context = Context();
        var text = new string('x', 40_000);
        context.JSInterop.Setup<IJSStreamReference?>("apiAdmin.textOf", _ => true).SetResult(new TextStream(text));
        var heard = new List<string>();
        var box = context.Render<TextBox>(parameters => parameters.Add(p => p.Value, "a").Add(p => p.ValueChanged, heard.Add));
        await box.Find(".field-line").TriggerEventAsync("onstreamed", new StreamedEventArgs { Length = text.Length });
        box.Render(parameters => parameters.Add(p => p.Value, text));

        Assert.Equal([text], heard);
        Assert.Equal("a", box.Find("input").GetAttribute("value"));
        box.Render(parameters => parameters.Add(p => p.Value, "b"));
        Assert.Equal("b", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task Streamed_LongerThanAnythingThatIsRead_IsRefusedWithASentence()
    {
        using var context = Context();
        context.JSInterop.Setup<IJSStreamReference?>("apiAdmin.textOf", _ => true).SetResult(null);
        var box = context.Render<TextBox>(parameters => parameters.Add(p => p.Value, "a"));
        await box.Find(".field-line").TriggerEventAsync("onstreamed", new StreamedEventArgs { Length = 5_000_000 });

        Assert.Contains("so it was not read", box.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("a", box.Find("input").GetAttribute("value"));
    }

    private static BunitContext Context()
    {
        var context = new BunitContext();
        context.Services.AddLocalization();
        return context;
    }

    private sealed class TextStream(string text) : IJSStreamReference
    {
        public long Length => text.Length;

        public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<Stream>(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
