using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser;

/// <summary>A page that is open while its person loses the right to it.</summary>
public sealed class LiveAccessTests
{
    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Save_AfterDemotionOrDisabling_IsRefusedAndSavesNothing(bool disabled)
    {
        await using var app = await TestApp.StartAsync();
        var (definitions, users) = (app.Services.GetRequiredService<IDefinitionService>(), app.Services.GetRequiredService<UserService>());
        await definitions.CreateAsync(AccessFixture.Host, new ApiDefinition { Key = "orders", Name = "Orders", Url = "https://crm.example.com/v1" }, default);
        var developer = await app.CreateUserAsync(Role.Developer);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.VisitAsync(app.Address);
        await page.SignInAsync(developer.Email!);
        await page.GotoAsync("/apis/orders");
        await page.Locator("#api-name").FillAsync("Orders, changed");

        await (disabled
            ? users.SetDisabledAsync(AccessFixture.Host, developer.Id, true, default)
            : users.SetRoleAsync(AccessFixture.Host, developer.Id, Role.Agent, default));
        await page.Button("Save").ClickAsync();

        await Assertions.Expect(page.Locator(".notice-bad")).ToContainTextAsync("Ask an administrator");
        Assert.Equal("Orders", (await definitions.GetAsync(AccessFixture.Host, "orders", default)).Definition.Name);
        var rows = await app.Services.GetRequiredService<AuditService>().ListAsync(AccessFixture.Host, null, 50, default);
        Assert.Contains(rows, row => row.Action == "access.refused" && row.ActorId == $"user:{developer.Id:N}" && row.Subject == "operation:WriteApis");
    }
}
