using System.Text;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Interchange.Samples;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Definitions.List;
using ApiAdmin.Web.Interchange;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor;

namespace ApiAdmin.Tests.Interchange;

public sealed class PasteDialogTests
{
    private const string Command = "curl 'https://api.example.com/v1/orders/A-1001?lang=en' -k -H 'Authorization: Bearer canary-token' -H 'X-Tenant: acme'";

    [Fact]
    public async Task Paste_OfACommand_TellsWhatItUnderstoodAndNeverShowsTheCredential()
    {
        await using var context = new PageContext();
        var (dialog, _) = Open<PasteCurlDialog>(context);

        await PasteAsync(context, dialog, "#curl-text", Command);

        var text = dialog.Find("[data-testid=pasted]").TextContent;
        Assert.Contains("https://api.example.com/v1/orders/A-1001", text, StringComparison.Ordinal);
        Assert.Contains("Header params: 2", text, StringComparison.Ordinal);
        Assert.Contains("Certificates are always checked", dialog.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-token", dialog.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fill_WithTheProposedSecret_MakesItForTheHostAndNamesIt()
    {
        await using var context = new PageContext();
        var (dialog, result) = Open<PasteCurlDialog>(context);
        await PasteAsync(context, dialog, "#curl-text", Command);
        await dialog.FindAll(".pasted-inputs input")[0].ChangeAsync(new ChangeEventArgs { Value = true });

        await dialog.Button("Fill the form").ClickAsync();

        var pasted = Assert.IsType<PastedRequest>((await result)!.Data);
        Assert.Equal("canary-token", context.Secrets.Values["example-token"]);
        Assert.Equal(new BearerAuth { Secret = "example-token" }, pasted.Definition.Auth);
        Assert.Equal("https://api.example.com/v1/orders/{orderId}", pasted.Definition.Url);
        Assert.DoesNotContain("canary", DefinitionJson.Write(pasted.Definition), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fill_WhenTheSecretIsRefused_StaysOpenAndSaysWhy()
    {
        await using var context = new PageContext();
        context.Secrets.Refusal = new InvalidException([new Finding("name", FindingCodes.Malformed, "Letters and digits only.")]);
        var (dialog, result) = Open<PasteCurlDialog>(context);
        await PasteAsync(context, dialog, "#curl-text", Command);

        await dialog.Button("Fill the form").ClickAsync();

        Assert.False(result.IsCompleted);
        Assert.Contains("Letters and digits only.", dialog.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fill_WithANameThatIsTaken_NeverReplacesThatSecret()
    {
        await using var context = new PageContext();
        context.Secrets.Add("example-token", "api.example.com");
        var (dialog, result) = Open<PasteCurlDialog>(context);
        await PasteAsync(context, dialog, "#curl-text", Command);
        Assert.Equal("example-token-2", dialog.Find("#credential-0-name").GetAttribute("value"));
        await dialog.Find("#credential-0-name").InputAsync("example-token");

        await dialog.Button("Fill the form").ClickAsync();

        Assert.False(result.IsCompleted);
        Assert.Empty(context.Secrets.Values);
    }

    [Fact]
    public async Task Keep_OfACredential_WarnsAndLeavesItSensitive()
    {
        await using var context = new PageContext();
        var (dialog, result) = Open<PasteCurlDialog>(context);
        await PasteAsync(context, dialog, "#curl-text", Command);
        await dialog.Find("#credential-0-use").ChangeAsync("Keep");
        Assert.Contains("Everyone who may see this API sees the value", dialog.Markup, StringComparison.Ordinal);

        await dialog.Button("Fill the form").ClickAsync();

        var kept = Assert.IsType<PastedRequest>((await result)!.Data).Definition.Headers.Single(h => h.Name == "Authorization");
        Assert.True(kept.Sensitive);
        Assert.Empty(context.Secrets.Values);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("curl -H 'a")]
    public async Task Paste_OfRubbish_SaysWhatIsWrongAndNothingCanBeFilled(string text)
    {
        await using var context = new PageContext();
        var (dialog, _) = Open<PasteCurlDialog>(context);

        await PasteAsync(context, dialog, "#curl-text", text);

        Assert.Contains("Line 1, column", dialog.Find("#curl-text-error").TextContent, StringComparison.Ordinal);
        Assert.True(dialog.Button("Fill the form").HasAttribute("disabled"));
    }

    [Fact]
    public async Task List_AfterPasting_OpensTheNewFormFilledAndUnsaved()
    {
        await using var context = new PageContext();
        var dialogs = context.Render<MudDialogProvider>();
        var list = context.Render<ApiListPage>();
        var click = list.Button("Paste cURL").ClickAsync();
        await PasteAsync(context, dialogs, "#curl-text", "curl https://api.example.com/v1/orders -d a=1");
        await dialogs.Button("Fill the form").ClickAsync();
        await click;
        Assert.EndsWith("/apis/new", context.Services.Address(), StringComparison.Ordinal);

        var page = context.Render<ApiPage>();

        Assert.EndsWith(":0:0:https://api.example.com/v1/orders", page.Find(".url-line [data-patch]").GetAttribute("data-patch"), StringComparison.Ordinal);
        Assert.Equal("Orders", page.Find("#api-name").GetAttribute("value"));
        Assert.Contains("unsaved", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_Pasted_OffersItsValuesAsOutputs()
    {
        await using var context = new PageContext();
        var (dialog, result) = Open<PasteResponseDialog>(context);
        await PasteAsync(context, dialog, "#response-text", """{"item":{"status":"shipped","a.b":2},"total":1.50,"list":[1]}""");
        foreach (var index in Enumerable.Range(0, 4))
        {
            await dialog.FindAll(".pasted-choices input")[index].ChangeAsync(new ChangeEventArgs { Value = true });
        }

        await dialog.Button("Add outputs (4)").ClickAsync();

        var outputs = Assert.IsAssignableFrom<IReadOnlyList<OutputParam>>((await result)!.Data);
        Assert.Equal(
            ["itemStatus $.item.status String", "itemA.b $.item['a.b'] Integer", "total $.total Number", "list $.list Array"],
            outputs.Select(o => $"{o.Name} {o.Path} {o.Type}"));
    }

    [Theory]
    [InlineData("""{"a":{"b":1}}""", BodyKind.Json, 1)]
    [InlineData("[1]", BodyKind.JsonTemplate, 0)]
    [InlineData("a=1&b=2", BodyKind.Form, 2)]
    [InlineData("<a>1</a>", BodyKind.Xml, 0)]
    [InlineData("just text", BodyKind.Text, 0)]
    public void Body_Pasted_BecomesItsKind(string text, BodyKind kind, int rows)
    {
        var sample = BodySample.Read(text);

        Assert.Equal((kind, rows), (sample.Body.Kind, sample.AsInputs().Rows.Count));
    }

    [Fact]
    public async Task CopyAs_Chosen_ShowsThatFormInThePreview()
    {
        await using var context = new PageContext();
        context.Definitions.Add(new ApiDefinition { Key = "a", Name = "A", Url = "https://x.example/" });
        var page = context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
        context.Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForElement(".copy-as select");

        await page.Find(".copy-as select").ChangeAsync("Curl");

        page.WaitForAssertion(() => Assert.Equal("Curl of https://x.example/", page.Find("#preview-text").TextContent));
    }

    private static (IRenderedComponent<MudDialogProvider> Dialog, Task<DialogResult?> Result) Open<T>(PageContext context)
        where T : IComponent
    {
        var provider = context.Render<MudDialogProvider>();
        var shown = provider.InvokeAsync(() => context.Services.GetRequiredService<IDialogService>().ShowAsync<T>()).GetAwaiter().GetResult();
        return (provider, shown.Result);
    }

    /// <summary>As the browser does: news of the change first, then the text as a stream.</summary>
    private static async Task PasteAsync(PageContext context, IRenderedComponent<MudDialogProvider> dialog, string area, string text)
    {
        context.JSInterop.Setup<IJSStreamReference>("apiAdmin.textOf", _ => true).SetResult(new TextStream(text));
        var reading = dialog.Find(area).ParentElement!.TriggerEventAsync("onstreamed", new StreamedEventArgs { Length = text.Length });
        context.Clock.Advance(TimeSpan.FromSeconds(1));
        await reading;
    }

    private sealed class TextStream(string text) : IJSStreamReference
    {
        public long Length => Encoding.UTF8.GetByteCount(text);

        public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512000, CancellationToken cancellationToken = default) =>
            new(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
