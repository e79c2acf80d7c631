using System.Net;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Customers.Http;

/// <summary>
/// The same customers exported by everybody, the whole file compared: who may export has them as they are, who may not gets not a byte of them,
/// and a right to export alone would bring them masked.
/// </summary>
public sealed class ExportByRoleTests : IAsyncLifetime
{
    private const string Header =
        "id,nick,realName,sex,phones,emails,partnerId,wxUnionId,wxOpenId,wxExternalUserId,whatsappId,faceBookId,instagramId,lineId,telegramId,discordId,visitorIds,"
        + "country,province,city,remark,vip,vipLevel,blacklisted,blacklistReason,enterprise,source,owner,tags,cf_9 Size\r\n";

    private const string Bare = "78,Bare,,,,,,,,,,,,,,,,,,,,,,no,,,,,,\r\n";

    private const string Plain = Header + Bare
        + "77,Li Na,李娜,female,\"'+8613800138000;+861065529988\",Li@Example.com,,,oX-1_a,,8613800138000,,,,,,visitor-7,China,Hubei,Wuhan,\"Calls\nin the evening\",yes,,yes,shouts,Tennis Ltd,web,agent-1,,Large\r\n";

    private const string Masked = Header + Bare
        + "77,Li Na,李娜,female,\"'+861••••••8000;+861•••••9988\",L•••@Example.com,,,•••_a,,•••00,,,,,,•••-7,China,Hubei,Wuhan,\"Calls\nin the evening\",yes,,yes,shouts,Tennis Ltd,web,agent-1,,Large\r\n";

    /// <summary>What nobody without the right may have in any form.</summary>
    private static readonly string[] Personal = ["13800138000", "1065529988", "Li@", "visitor-7", "oX-1_a"];

    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await StartAsync(_ => { });
        await app.CreateUserAsync(Role.Administrator);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Supervisor, true)]
    [InlineData(Role.Developer, false)]
    [InlineData(Role.Agent, false)]
    public async Task Page_ByRole_GivesTheFileAsItIsOrNothing(Role role, bool allowed)
    {
        using var client = await app.SignInAsync(role);
        using var response = await client.GetAsync("/download/customers/export");

        await AssertAsync(response, allowed);
    }

    [Theory]
    [InlineData(Scopes.CustomersReveal, true)]
    [InlineData(Scopes.CustomersRead, false)]
    [InlineData(Scopes.CustomersWrite, false)]
    [InlineData(Scopes.ApisRead, false)]
    [InlineData(Scopes.ApisWrite, false)]
    [InlineData(Scopes.ApisInvoke, false)]
    [InlineData(Scopes.FlowsRead, false)]
    [InlineData(Scopes.FlowsWrite, false)]
    [InlineData(Scopes.FlowsRun, false)]
    public async Task Rest_ByScope_GivesTheFileAsItIsOrNothing(string scope, bool allowed)
    {
        using var client = await RestClient.CreateAsync(app, scope);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/customers/export", UriKind.Relative));
        request.Headers.Add("X-Api-Key", client.Key);
        using var response = await client.Http.SendAsync(request);

        await AssertAsync(response, allowed);
    }

    [Fact]
    public async Task PageAndRest_ByWhoMayExportButNotSeePersonalValues_GiveTheSameFileMasked()
    {
        await using var blind = await StartAsync(services => services.AddSingleton<IAuthorizer>(p => new Blind(ActivatorUtilities.CreateInstance<Authorizer>(p))));
        await blind.CreateUserAsync(Role.Administrator);
        using var person = await blind.SignInAsync(Role.Supervisor);
        using var program = await RestClient.CreateAsync(blind, Scopes.CustomersReveal);

        var page = await person.GetTextAsync("/download/customers/export");
        var rest = (await program.GetAsync("/api/v1/customers/export")).Text;

        Assert.Equal(Masked, page.TrimStart('\uFEFF'));
        Assert.Equal(Masked, rest.TrimStart('\uFEFF'));
        Assert.All(Personal, value => Assert.DoesNotContain(value, page, StringComparison.Ordinal));
    }

    private static async Task<TestApp> StartAsync(Action<IServiceCollection> adjust)
    {
        var started = await TestApp.StartAsync(adjust: builder => adjust(builder.Services));
        await started.Services.GetRequiredService<CustomerFieldService>().CreateAsync(AccessFixture.Host, new CustomerField { Id = "cf_9", Title = "Size" }, default);
        var customers = started.Services.GetRequiredService<CustomerService>();
        await customers.CreateAsync(AccessFixture.Host, CustomerContract.Full() with { Fields = CustomerListsContract.Values(("cf_9", ["Large"])) }, 77, default);
        await customers.CreateAsync(AccessFixture.Host, new Customer { Nick = "Bare" }, 78, default);
        return started;
    }

    private static async Task AssertAsync(HttpResponseMessage response, bool allowed)
    {
        var text = await response.Content.ReadAsStringAsync();
        if (allowed)
        {
            Assert.Equal((HttpStatusCode.OK, "text/csv"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            Assert.Equal(Plain, text.TrimStart('\uFEFF'));
            return;
        }

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.All([.. Personal, "Li Na", "Bare"], value => Assert.DoesNotContain(value, text, StringComparison.Ordinal));
    }

    /// <summary>Rights as they are, but for the one to see personal values, which nobody has.</summary>
    private sealed class Blind(IAuthorizer real) : IAuthorizer
    {
        public Task DemandAsync(Actor actor, Operation operation, CancellationToken cancellationToken) => real.DemandAsync(actor, operation, cancellationToken);

        public async Task<bool> AllowsAsync(Actor actor, Operation operation, CancellationToken cancellationToken) =>
            operation != Operation.SeePersonalValues && await real.AllowsAsync(actor, operation, cancellationToken);
    }
}
