using System.Net;
using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Customers.Http;

/// <summary>The wire contract of the internal query as whole documents over HTTP, with a key.</summary>
public sealed class QueryOverHttpTests(RestApp rest) : IClassFixture<RestApp>
{
    private static readonly HostActor Host = AccessFixture.Host;

    private CustomerService Customers => rest.App.Services.GetRequiredService<CustomerService>();

    [Fact]
    public async Task Get_EveryFieldSetAndOnlyTheRequiredOnes_AreTheWholeDocuments()
    {
        var services = rest.App.Services;
        await services.GetRequiredService<TagService>().CreateAsync(Host, new CustomerTag { Id = "t_a", Group = "Kind", Name = "New \"1\"" }, default);
        await services.GetRequiredService<VipLevelService>().CreateAsync(Host, new VipLevel { Id = "v_a", Name = "Gold" }, default);
        await services.GetRequiredService<CustomerFieldService>().CreateAsync(Host, new CustomerField { Id = "cf_31", Title = "Size", Type = CustomerFieldType.Number }, default);
        await services.GetRequiredService<CustomerFieldService>().CreateAsync(Host, new CustomerField { Id = "cf_32", Title = "Fruit", Type = CustomerFieldType.Checkbox, Options = [new("a", "Apple"), new("b", "Pear")] }, default);
        var full = await AddAsync(new Customer
        {
            Nick = "Full", RealName = "李娜", Sex = Sex.Female, Phones = ["13811110001", "13811110002"], Emails = ["one@x.com", "two@x.com"],
            Accounts = [.. AccountKinds.All.Select(kind => new CustomerAccount(kind, $"acc-{kind}"))], VisitorIds = ["v1", "v2"], Country = "China", Province = "Hubei", City = "Wuhan",
            Remark = "a\nb", Vip = true, VipLevel = "v_a", Enterprise = "Ltd", Source = "web", Owner = "agent", Tags = ["t_a"],
            Fields = CustomerListsContract.Values(("cf_31", ["42.50"]), ("cf_32", ["b", "a"])),
        });
        var bare = await AddAsync(new Customer { Nick = "Bare", Vip = false });

        Assert.Equal(
            $$"""{"id":"{{full}}","nick":"Full","sexName":"Female","userStatusName":"normal","isblack":"0","tel":"+8613811110001;+8613811110002","email":"one@x.com;two@x.com","visitorids":"v1,v2","partner_id":"acc-PartnerId","wx_unionid":"acc-WxUnionId","wx_openid":"acc-WxOpenId","wx_external_userid":"acc-WxExternalUserId","whatsappid":"acc-WhatsappId","faceBookid":"acc-FaceBookId","instagramid":"acc-InstagramId","lineid":"acc-LineId","telegramid":"acc-TelegramId","discordid":"acc-DiscordId","uname":"李娜","countryName":"China","provice_name":"Hubei","city_name":"Wuhan","remark":"a\nb","enterprise_name":"Ltd","sourceName":"web","liableServiceName":"agent","isVip":"1","vipLevel":"v_a","vipLeveName":"Gold","userLabel":"t_a","userLableName":"\"Kind\": \"New \\\"1\\\"\"","cf_31":"42.50","cf_32":"Apple,Pear"}""",
            await GetAsync("tel=13811110002"));
        Assert.Equal($$"""{"id":"{{bare}}","nick":"Bare","sexName":"","userStatusName":"normal","isblack":"0","isVip":"2"}""", await GetAsync($"id={bare}"));
    }

    [Fact]
    public async Task Get_SharedPhoneAndMergedIdAndRepeatedAndUnknownNames_FollowTheContract()
    {
        var (one, two, merged) = (await AddAsync(Of("One", "13811112001")), await AddAsync(Of("Two", "13811112001")), await AddAsync(Of("Merged", "13811112009")));
        await Customers.SetRemarkAsync(Host, one, "later", Core.VersionMatch.Any, default);
        await rest.App.Services.GetRequiredService<CustomerMerging>().MergeAsync(Host, two, merged, Core.VersionMatch.Any, default);
        await Customers.SetRemarkAsync(Host, one, "latest", Core.VersionMatch.Any, default);

        var answer = await (await ClientAsync()).GetAsync("/api/v1/customers/query?tel=13811112001");
        Assert.Equal("2", answer.Headers["X-Match-Count"]);
        Assert.Contains("\"nick\":\"One\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"nick\":\"Two\"", await GetAsync($"id={merged}"), StringComparison.Ordinal);
        Assert.Contains("\"nick\":\"Two\"", await GetAsync("tel=13811112009&unknown=x&tel=1"), StringComparison.Ordinal);
        Assert.Contains("\"nick\":\"Two\"", await GetAsync("tel=%20&tel=13811112009&email="), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tel=&email=%20")]
    [InlineData("tel=13899990000")]
    [InlineData("tel=none")]
    [InlineData("id=0")]
    [InlineData("other=1")]
    public async Task Get_NobodyOrNothing_IsTheFourBytesNullWithStatus200(string query)
    {
        var answer = await (await ClientAsync()).GetAsync($"/api/v1/customers/query?{query}");

        Assert.Equal((HttpStatusCode.OK, "null", "application/json", "4"), (answer.Status, answer.Text, answer.MediaType, answer.Headers["Content-Length"]));
        Assert.Equal("0", answer.Headers["X-Match-Count"]);
    }

    [Fact]
    public async Task Post_JsonAndForms_AnswerAsGet()
    {
        var id = await AddAsync(new Customer { Nick = "Posted", Phones = ["13811113001"], Emails = ["posted@x.com"] });
        var client = await ClientAsync();
        var expected = await GetAsync($"id={id}");
        HttpContent[] bodies =
        [
            new StringContent($$"""{ "id": {{id}}, "email": " Posted@X.com ", "extra": { "a": [1] } }""", Encoding.UTF8, "application/json"),
            new FormUrlEncodedContent([new("tel", ""), new("tel", "0086 138-1111-3001"), new("x", "y")]),
            new MultipartFormDataContent { { new StringContent("13811113001"), "tel" } },
        ];
        foreach (var body in bodies)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/customers/query") { Content = body };
            request.Headers.Add("X-Api-Key", client.Key);
            using var response = await client.Http.SendAsync(request);
            Assert.Equal(expected, await response.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("+8613811114001", "+86 138-1111-4001|008613811114001|138 1111 4001|１３８１１１１４００１|(138)11114001")]
    [InlineData("+12025550143", "+1 (202) 555-0143|0012025550143|+1.202.555.0143")]
    [InlineData("+4915112345678", "+49 151 12345678|004915112345678|+49 (0)151 12345678")]
    [InlineData("+33612345678", "+33 6 12 34 56 78|0033612345678")]
    [InlineData("+34612345678", "+34 612 345 678|0034612345678")]
    [InlineData("+390612345678", "+39 06 1234 5678|00390612345678")]
    [InlineData("+447911123456", "+44 7911 123456|00447911123456|+44 (0)7911 123456")]
    [InlineData("+966501234567", "+966 50 123 4567|00966501234567|٠٠٩٦٦٥٠١٢٣٤٥٦٧")]
    [InlineData("+79161234567", "+7 916 123-45-67|0079161234567")]
    [InlineData("+819012345678", "+81 90-1234-5678|00819012345678")]
    [InlineData("+821012345678", "+82 10-1234-5678|00821012345678")]
    [InlineData("+919812345678", "+91 98123 45678|00919812345678")]
    [InlineData("+5511912345678", "+55 11 91234-5678|005511912345678")]
    [InlineData("+84912345678", "+84 91 234 56 78|0084912345678")]
    [InlineData("+61412345678", "+61 412 345 678|0061412345678")]
    [InlineData("+27821234567", "+27 82 123 4567|0027821234567")]
    [InlineData("+201001234567", "+20 100 123 4567|00201001234567")]
    [InlineData("+525512345678", "+52 55 1234 5678|00525512345678")]
    [InlineData("+905321234567", "+90 532 123 45 67|00905321234567")]
    [InlineData("+85291234567", "+852 9123 4567|0085291234567")]
    public async Task Get_NumberOfACountryInItsNotations_FindsTheCustomer(string stored, string notations)
    {
        var id = await AddAsync(Of(stored, stored));

        foreach (var notation in notations.Split('|').Append(stored))
        {
            Assert.StartsWith($$"""{"id":"{{id}}",""", await GetAsync($"tel={Uri.EscapeDataString(notation)}"), StringComparison.Ordinal);
        }

        Assert.StartsWith($$"""{"id":"{{id}}",""", await GetAsync($"tel={stored}"), StringComparison.Ordinal);
    }

    private static Customer Of(string nick, string phone) => new() { Nick = nick, Phones = [phone] };

    private async Task<long> AddAsync(Customer customer) => (await Customers.CreateAsync(Host, customer, null, default)).Id;

    private Task<RestClient> ClientAsync() => rest.WithAsync(Scopes.CustomersRead);

    private async Task<string> GetAsync(string query) => (await (await ClientAsync()).GetAsync($"/api/v1/customers/query?{query}")).Text;
}
