using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Customers;

/// <summary>Base of the facts about customers that hold on every database.</summary>
public abstract class CustomerContract(StorageProvider provider) : IAsyncLifetime
{
    protected static readonly HostActor Host = AccessFixture.Host;

    private AccessFixture? fixture;

    protected AccessFixture Access
    {
        get
        {
            Skip.If(fixture is null, $"{TestStore.ServerVariable} names no PostgreSQL server.");
            return fixture;
        }
    }

    protected CustomerService Customers => Access.Get<CustomerService>();

    public async Task InitializeAsync()
    {
        if (provider == StorageProvider.Sqlite || TestStore.Server is not null)
        {
            fixture = await AccessFixture.CreateAsync(provider, (services, configuration) => services.AddCustomers(configuration));
        }
    }

    public async Task DisposeAsync()
    {
        if (fixture is not null)
        {
            await fixture.DisposeAsync();
        }
    }

    /// <summary>A customer with every member set that needs no list.</summary>
    internal static Customer Full(string nick = "Li Na") => new()
    {
        Nick = nick,
        RealName = "李娜",
        Sex = Sex.Female,
        Phones = ["+86 138-0013-8000", "010 6552 9988"],
        Emails = ["Li@Example.com"],
        Accounts = [new(AccountKind.WhatsappId, "8613800138000"), new(AccountKind.WxOpenId, "oX-1_a")],
        VisitorIds = ["visitor-7"],
        Country = "China",
        Province = "Hubei",
        City = "Wuhan",
        Remark = "Calls\nin the evening",
        Vip = true,
        Blacklisted = true,
        BlacklistReason = "shouts",
        Enterprise = "Tennis Ltd",
        Source = "web",
        Owner = "agent-1",
    };

    protected async Task<StoredCustomer> CreateAsync(Customer customer, long? id = null) => await Customers.CreateAsync(Host, customer, id, default);
}
