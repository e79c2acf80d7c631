using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Invocation.Panel;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Invocation.Panel;

public sealed class RememberedInputsTests
{
    private static readonly UserActor Ana = new(new Guid(1, 2, 3, [1, 2, 3, 4, 5, 6, 7, 8]), "Ana");
    private static readonly UserActor Ben = new(new Guid(2, 2, 3, [1, 2, 3, 4, 5, 6, 7, 8]), "Ben");

    private static readonly ApiDefinition Api = new()
    {
        Key = "a", Name = "A", Url = "{{system.sandbox.url}}/", Method = "POST", Body = new RequestBody { Kind = BodyKind.Multipart },
        Parameters =
        [
            new RequestParam { Name = "id", In = ParamPlace.Query, Example = RawJson.String("A-1001") },
            new RequestParam { Name = "pin", In = ParamPlace.Query, Sensitive = true },
            new RequestParam { Name = "photo", In = ParamPlace.Body, Type = ParamType.File },
        ],
    };

    [Fact]
    public async Task Inputs_AfterARunAndAReload_AreTheLastOnesButNothingSensitive()
    {
        await using var context = new PageContext();
        var page = Open(context);
        await page.Find("#input-id").InputAsync("B-2002");
        await page.Find("#input-pin").InputAsync("canary-4711");
        await page.Button("Run").ClickAsync();
        page.WaitForElement("[data-testid=outcome]");

        var again = Open(context);

        Assert.Equal("B-2002", again.Find("#input-id").GetAttribute("value"));
        Assert.Equal("", again.Find("#input-pin").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Inputs_AfterARestart_AreThoseOfTheHistoryUnlessTheyBecameSensitive()
    {
        await using var context = new PageContext();
        context.Tests.LastInputs = new ValueMap<KeptInput>(
            [new("id", new KeptInput { Value = RawJson.String("C-3003") }), new("pin", new KeptInput { Value = RawJson.String("canary-4711") }), new("gone", new KeptInput { Redacted = true })]);
        var page = Open(context);

        page.WaitForAssertion(() => Assert.Equal("C-3003", page.Find("#input-id").GetAttribute("value")));
        Assert.DoesNotContain("canary-4711", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnotherPersonOrApiOrDay_IsEmpty()
    {
        var clock = new FakeTimeProvider(PageContext.Now);
        var remembered = new RememberedInputs(clock);
        remembered.Keep(Ana, "a", new Dictionary<string, string> { ["id"] = "1" });

        Assert.Equal("1", remembered.Of(Ana, "a")["id"]);
        Assert.Empty(remembered.Of(Ben, "a"));
        Assert.Empty(remembered.Of(Ana, "b"));
        clock.Advance(RememberedInputs.Lifetime + TimeSpan.FromSeconds(1));
        Assert.Empty(remembered.Of(Ana, "a"));
    }

    [Fact]
    public void Keep_OfVeryMuch_KeepsTheNewestAndNothingTooLong()
    {
        var clock = new FakeTimeProvider(PageContext.Now);
        var remembered = new RememberedInputs(clock);
        for (var i = 0; i < 5_000; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            remembered.Keep(Ana, $"api-{i}", new Dictionary<string, string> { ["id"] = "1" });
        }

        Assert.Empty(remembered.Of(Ana, "api-0"));
        Assert.Single(remembered.Of(Ana, "api-4999"));
        remembered.Keep(Ana, "api-4999", new Dictionary<string, string> { ["id"] = new('x', 70_000) });
        Assert.Empty(remembered.Of(Ana, "api-4999"));
    }

    [Fact]
    public async Task FileInput_Chosen_IsSentWithItsNameKindAndBytes()
    {
        await using var context = new PageContext();
        var page = Open(context);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary([0, 1, 255], "照片 \"1\".png", null, "image/png"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#test-panel .field-error")));
        await page.Button("Run").ClickAsync();
        page.WaitForElement("[data-testid=outcome]");

        var file = Assert.Single(context.Tests.Runs).Inputs["photo"];
        Assert.Equal(
            ("照片 \"1\".png", "image/png", "AAH/"),
            (Text(file, "fileName"), Text(file, "contentType"), Text(file, "base64")));
    }

    [Fact]
    public async Task FileInput_TooLarge_IsRefusedWithASentenceAndNotSent()
    {
        await using var context = new PageContext();
        var page = Open(context);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(new byte[(5 * 1024 * 1024) + 1], "big.bin", null, null));
        page.WaitForElement("#test-panel .field-error");
        await page.Button("Run").ClickAsync();
        page.WaitForElement("[data-testid=outcome]");

        Assert.DoesNotContain("photo", Assert.Single(context.Tests.Runs).Inputs.Keys);
    }

    private static string? Text(JsonElement file, string member) => file.GetProperty(member).GetString();

    private static IRenderedComponent<ApiPage> Open(PageContext context)
    {
        context.Definitions.Add(Api);
        return context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
    }
}
