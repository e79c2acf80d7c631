using ApiAdmin.Core.Access;
using ApiAdmin.Web.Customers.List;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Customers;

public sealed class OpenedCustomersTests
{
    private static readonly UserActor Ana = new(Guid.CreateVersion7(), "ana");

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Note_OfMoreThanAreKept_KeepsTheLatestOnceEach()
    {
        var opened = new OpenedCustomers(clock);
        foreach (var id in new long[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 3 })
        {
            opened.Note(Ana, id);
        }

        Assert.Equal([3, 9, 8, 7, 6, 5, 4, 2], opened.Of(Ana));
        Assert.Empty(opened.Of(new UserActor(Guid.CreateVersion7(), "ben")));
    }

    [Fact]
    public void Of_AfterAWorkingDay_IsEmpty()
    {
        var opened = new OpenedCustomers(clock);
        opened.Note(Ana, 1);

        clock.Advance(OpenedCustomers.Lifetime);

        Assert.Empty(opened.Of(Ana));
    }
}
