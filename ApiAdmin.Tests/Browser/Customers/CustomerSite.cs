using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Browser.Customers;

/// <summary>The whole program with a few customers in it, and people of any role with a browser.</summary>
internal sealed class CustomerSite : IAsyncDisposable
{
    private Chromium? chromium;

    private CustomerSite(TestApp app) => App = app;

    public TestApp App { get; }

    public CustomerService Customers => App.Services.GetRequiredService<CustomerService>();

    /// <summary>With every member set that needs no list.</summary>
    public static Customer LiNa => CustomerSeed.LiNa;

    public static async Task<CustomerSite> StartAsync(Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? adjust = null) => new(await TestApp.StartAsync(adjust: adjust));

    public Task<StoredCustomer> AddAsync(Customer customer, long? id = null) => Customers.CreateAsync(AccessFixture.Host, customer, id, default);

    public async Task<Customer> ReadAsync(long id) => (await Customers.GetAsync(AccessFixture.Host, id, default)).Customer;

    /// <summary>A tag, a level and a field of each type; the customer that has something of all of them.</summary>
    public Task<Customer> WithListsAsync(Customer customer) => CustomerSeed.WithListsAsync(App.Services, customer);

    public async Task<IPage> VisitAsync(Role role, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        chromium ??= await Chromium.StartAsync();
        var page = await chromium.VisitAsync(App.Address, width, scheme);
        await page.SignInAsync((await App.CreateUserAsync(role)).Email!);
        return page;
    }

    /// <summary>A page of a person who is there already.</summary>
    public async Task<IPage> VisitAsync(AppUser user)
    {
        chromium ??= await Chromium.StartAsync();
        var page = await chromium.VisitAsync(App.Address);
        await page.SignInAsync(user.Email!);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        await App.DisposeAsync();
    }
}
