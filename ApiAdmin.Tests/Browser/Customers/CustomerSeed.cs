using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Browser.Customers;

/// <summary>What the screens of customers show when they are looked at. Names of lists are digits, so that none is taken for a text of a page.</summary>
internal static class CustomerSeed
{
    /// <summary>With every member set that needs no list.</summary>
    public static Customer LiNa { get; } = new()
    {
        Nick = "Li Na", RealName = "李娜娜", Sex = Sex.Female, Phones = ["+8613800138000", "+4915123456789"], Emails = ["li.na@example.com"],
        Accounts = [new(AccountKind.WxOpenId, "oXabcdef123456"), new(AccountKind.WhatsappId, "wa-778899-zz")], VisitorIds = ["visitor-7-abcdef"],
        Country = "China", Province = "Hubei", City = "Wuhan", Remark = "Calls\nin the evening", Vip = true, Enterprise = "Tennis Ltd", Source = "web", Owner = "agent-1",
    };

    /// <summary>Customer 77 has everything there is, 78 has the same phone, 79 a name that does not end.</summary>
    public static async Task AddAsync(IServiceProvider services)
    {
        var customers = services.GetRequiredService<CustomerService>();
        await customers.CreateAsync(AccessFixture.Host, (await WithListsAsync(services, LiNa)) with { Blacklisted = true, BlacklistReason = "5" }, 77, default);
        await customers.CreateAsync(AccessFixture.Host, new Customer { Nick = "Twin", Phones = ["+8613800138000"], Enterprise = "Other", Emails = ["twin@example.org"] }, 78, default);
        await customers.CreateAsync(
            AccessFixture.Host, new Customer { Nick = "عمر الخطيب " + new string('W', 120), RealName = new string('长', 80), Phones = ["+966512345678"], Emails = [new string('m', 60) + "@example.com"] }, 79, default);
    }

    /// <summary>A tag, a level and a field of each type; the customer that has something of all of them.</summary>
    public static async Task<Customer> WithListsAsync(IServiceProvider services, Customer customer)
    {
        var tag = await services.GetRequiredService<TagService>().CreateAsync(AccessFixture.Host, new CustomerTag { Group = "1", Name = "2" }, default);
        var level = await services.GetRequiredService<VipLevelService>().CreateAsync(AccessFixture.Host, new VipLevel { Name = "3" }, default);
        var values = new List<KeyValuePair<string, ValueList<string>>>();
        foreach (var type in Enum.GetValues<CustomerFieldType>())
        {
            var field = new CustomerField { Title = $"{(int)type}00", Type = type };
            var made = await services.GetRequiredService<CustomerFieldService>().CreateAsync(
                AccessFixture.Host, field.IsChoice ? field with { Options = [new("1", "11"), new("2", "22", type == CustomerFieldType.Cascade ? "1" : null)] } : field, default);
            values.Add(new(made.Field.Id, [type switch { CustomerFieldType.Date => "2026-11-28", CustomerFieldType.Time => "09:30", _ => field.IsChoice ? "2" : "5" }]));
        }

        return customer with { Tags = [tag.Label.Id], VipLevel = level.Level.Id, Vip = true, Fields = new ValueMap<ValueList<string>>(values) };
    }
}
