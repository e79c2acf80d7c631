using System.Net;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Access;

/// <summary>One's own account and the second step, by HTTP as a browser does it.</summary>
public sealed partial class AccountPageTests(TestAppFixture fixture) : IClassFixture<TestAppFixture>
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task SignIn_WithASecondStep_OpensNothingBeforeTheCode()
    {
        var (user, device) = await WithSecondStepAsync(App);
        using var client = App.Anonymous();

        using var first = await client.SubmitAsync("/login?returnUrl=%2Faccount", Password(user));

        Assert.Equal("/login/code?returnUrl=%2Faccount", Goal(first));
        Assert.DoesNotContain(client.Cookies.GetAllCookies(), cookie => cookie.Name == "ApiAdmin");
        using (var early = await client.GetAsync("/account"))
        {
            Assert.StartsWith("/login", Goal(early), StringComparison.Ordinal);
        }

        using var wrong = await client.SubmitAsync("/login/code?returnUrl=%2Faccount", new() { ["Form.Code"] = "000000x" });
        Assert.Contains("This code is not right", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var second = await client.SubmitAsync("/login/code?returnUrl=%2Faccount", new() { ["Form.Code"] = device.CodeAt(TimeProvider.System.GetUtcNow().AddSeconds(30)) });
        Assert.Equal("/account", Goal(second));
        using var account = await client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
    }

    [Fact]
    public async Task CodePage_WithoutAPassword_LeadsToSignIn()
    {
        using var client = App.Anonymous();
        using var response = await client.GetAsync("/login/code");
        Assert.Equal("/login", Goal(response));
    }

    [Fact]
    public async Task SignIn_WrongCodesBetweenRightPasswords_LockTheAccount()
    {
        var (user, device) = await WithSecondStepAsync(App);
        for (var i = 0; i < 5; i++)
        {
            using var client = App.Anonymous();
            using var first = await client.SubmitAsync("/login", Password(user));
            Assert.StartsWith("/login/code", Goal(first), StringComparison.Ordinal);
            using var second = await client.SubmitAsync("/login/code", new() { ["Form.Code"] = "abcdef" });
            Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        }

        using var last = App.Anonymous();
        using var refused = await last.SubmitAsync("/login", Password(user));
        Assert.Contains("The e-mail or the password is wrong", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await App.Services.GetRequiredService<SignInProof>().CheckCodeAsync(user.Id, device.CodeAt(TimeProvider.System.GetUtcNow().AddSeconds(30)), default));
    }

    [Fact]
    public async Task PasswordChange_OfOnesOwn_EndsOtherSessionsAndKeepsThisOne()
    {
        var user = await App.CreateUserAsync(Role.Agent);
        using var here = await App.SignInAsync(user);
        using var there = await App.SignInAsync(user);
        var fields = new Dictionary<string, string> { ["Form.Present"] = TestApp.Password, ["Form.Password"] = "seven quiet herons wading", ["Form.Again"] = "seven quiet herons wading" };

        using var changed = await here.SubmitAsync("/account", fields);

        Assert.Contains("Your password is changed", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var still = await here.GetAsync("/account");
        using var ended = await there.GetAsync("/account");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (still.StatusCode, ended.StatusCode));
        using var again = App.Anonymous();
        using var old = await again.SubmitAsync("/login", Password(user));
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
    }

    [Theory]
    [InlineData("a wrong pass phrase", "seven quiet herons wading", "seven quiet herons wading", "not your present password")]
    [InlineData(TestApp.Password, "short", "short", "use at least 12")]
    [InlineData(TestApp.Password, "seven quiet herons wading", "six quiet herons wading", "differ")]
    public async Task PasswordChange_ThatWillNotDo_SaysWhyAndChangesNothing(string present, string password, string again, string sentence)
    {
        var user = await App.CreateUserAsync(Role.Agent);
        using var client = await App.SignInAsync(user);

        using var response = await client.SubmitAsync("/account", new() { ["Form.Present"] = present, ["Form.Password"] = password, ["Form.Again"] = again });

        Assert.Contains(sentence, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var other = await App.SignInAsync(user);
    }

    [Fact]
    public async Task Demanded_PersonWithout_IsLedToSetUpAndMayDoNothingElse()
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Security:RequireMfa"] = "true" });
        var user = await app.CreateUserAsync(Role.Administrator);
        using var client = await app.SignInAsync(user);
        var (authorizer, actor) = (app.Services.GetRequiredService<IAuthorizer>(), new UserActor(user.Id, user.Email!));

        foreach (var path in new[] { "/", "/apis", "/settings/users", "/denied" })
        {
            using var response = await client.GetAsync(path);
            Assert.Equal("/account/second-step", Goal(response));
        }

        using (var circuit = await client.Http.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null))
        {
            Assert.Equal(HttpStatusCode.Forbidden, circuit.StatusCode);
        }

        foreach (var operation in Enum.GetValues<Operation>())
        {
            Assert.Equal(operation == Operation.ManageOwnAccount, await authorizer.AllowsAsync(actor, operation, default));
        }

        await SetUpAsync(client);

        using var open = await client.GetAsync("/settings/users");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.True(await authorizer.AllowsAsync(actor, Operation.ManageUsers, default));
    }

    [Fact]
    public async Task SetUp_WrongCodeFirst_ShowsTheSameKeyAgainThenTheRecoveryCodesOnce()
    {
        var user = await App.CreateUserAsync(Role.Agent);
        using var client = await App.SignInAsync(user);
        using var other = await App.SignInAsync(user);

        var (key, shown, codes) = await SetUpAsync(client);

        Assert.Equal(key, shown);
        Assert.Equal(10, codes.Length);
        var after = await client.GetTextAsync("/account/second-step");
        Assert.DoesNotContain(codes[0], after, StringComparison.Ordinal);
        Assert.DoesNotContain(key, after, StringComparison.Ordinal);
        using var ended = await other.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    private static Dictionary<string, string> Password(AppUser user) => new() { ["Form.Email"] = user.Email!, ["Form.Password"] = TestApp.Password };

    private static string Goal(HttpResponseMessage response) => new Uri(new Uri("http://site.example"), response.Headers.Location!).PathAndQuery;

    private static async Task<(string Key, string ShownAgain, string[] Codes)> SetUpAsync(TestClient client)
    {
        const string Path = "/account/second-step";
        var begun = await (await client.SubmitAsync(Path, new() { ["Form.Present"] = TestApp.Password })).Content.ReadAsStringAsync();
        var key = Key().Match(begun).Groups["key"].Value;
        var fields = new Dictionary<string, string> { ["_handler"] = "second-confirm", ["Form.Code"] = "12345" };
        var again = Key().Match(await (await client.SubmitAsync(Path, fields)).Content.ReadAsStringAsync()).Groups["key"].Value;
        fields["Form.Code"] = new Device(key).CodeAt(TimeProvider.System.GetUtcNow());
        var done = await (await client.SubmitAsync(Path, fields)).Content.ReadAsStringAsync();
        return (key, again, Codes().Match(WebUtility.HtmlDecode(done)).Groups["codes"].Value.Split('\n'));
    }

    private static async Task<(AppUser User, Device Device)> WithSecondStepAsync(TestApp app)
    {
        var user = await app.CreateUserAsync(Role.Developer);
        var (service, actor) = (app.Services.GetRequiredService<SecondFactorService>(), new UserActor(user.Id, user.Email!));
        var device = new Device((await service.BeginSecondFactorAsync(actor, TestApp.Password, default)).Key);
        await service.ConfirmSecondFactorAsync(actor, device.CodeAt(TimeProvider.System.GetUtcNow()), default);
        return (user, device);
    }

    [GeneratedRegex("""data-testid="second-key">(?<key>[A-Z2-7 ]+)<""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex("""data-testid="recovery-codes">(?<codes>[a-z2-7\n-]+)<""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Codes();
}
