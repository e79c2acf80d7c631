using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Unsaved;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Definitions;
using ApiAdmin.Tests.Support.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Browser;

/// <summary>What the screens show when they are looked at: names of every length and script, every method, secrets in use.</summary>
internal static class Screens
{
    public static ApiDefinition Order { get; } = new()
    {
        Key = "order-status", Name = "Order status", Category = "Orders", Url = "https://crm.example.com/v1/orders/{orderId}", Method = "GET",
        Headers = [new HeaderParam { Name = "X-Tenant", Value = new ConstantValue { Value = RawJson.String("acme") } }],
        Parameters =
        [
            new RequestParam { Name = "orderId", In = ParamPlace.Path, Required = true, Example = RawJson.String("A-1001"), Description = "As printed on the receipt" },
            new RequestParam { Name = "lang", In = ParamPlace.Query, Value = new ConstantValue { Value = RawJson.String("zh-CN") } },
            new RequestParam { Name = "since", In = ParamPlace.Query, Type = ParamType.Date },
            new RequestParam { Name = "pin", In = ParamPlace.Query, Sensitive = true },
        ],
        Auth = new BearerAuth { Secret = "orders-token" },
        Outputs = [new OutputParam { Name = "status", Path = "$.item.status", Required = true }, new OutputParam { Name = "city", Path = "$.item.city" }],
        Success = new SuccessRule { Rules = [new BodyRule { Path = "$.ret_code", Op = RuleOperator.Eq, Value = RawJson.String("000000") }] },
    };

    public static void Replace(WebApplicationBuilder builder, FakeDefinitions definitions, FakeTests tests, FakeSecretService secrets)
    {
        builder.Services.AddSingleton<IDefinitionService>(definitions);
        builder.Services.AddSingleton<IUnsavedService>(new FakeUnsaved { Forgets = true });
        builder.Services.AddSingleton<ITestService>(tests);
        builder.Services.AddSingleton<ISecretService>(secrets);
    }

    public static void Fill(FakeDefinitions definitions, FakeSecretService secrets)
    {
        secrets.Add("orders-token", "crm.example.com", "order-status");
        secrets.Add("legacy-basic", "10.1.2.3:8443");
        definitions.Add(Order);
        definitions.Add(FullDefinition.Create());
        definitions.Add(new ApiDefinition { Key = "zh", Name = "查询客户订单状态", Category = "客户", Url = "https://crm.example.cn/客户/订单", Method = "POST" }, "李娜");
        definitions.Add(new ApiDefinition { Key = "ar", Name = "حالة الطلب", Category = "الطلبات", Url = "https://crm.example.com/v1", Method = "PUT" });
        definitions.Add(new ApiDefinition { Key = "long", Name = new string('W', 60) + " very long name of an API", Description = new string('x', 300), Url = "https://crm.example.com/" + new string('p', 300), Method = "DELETE" });
        foreach (var (i, method) in new[] { "GET", "HEAD", "PATCH", "OPTIONS" }.Index())
        {
            definitions.Add(new ApiDefinition { Key = $"api-{i}", Name = $"Sample {i}", Category = "Samples", Url = "{{system.sandbox.url}}/echo", Method = method });
        }
    }
}
