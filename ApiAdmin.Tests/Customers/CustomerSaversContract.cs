using ApiAdmin.Core;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Tests.Customers;

/// <summary>Many who save the same version at once.</summary>
public abstract class CustomerSaversContract(StorageProvider provider) : CustomerContract(provider)
{
    [SkippableFact]
    public async Task Update_HundredSaversOfOneVersion_OneWinsAnd99AreTold()
    {
        var stored = await CreateAsync(Full());

        var ends = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(async () =>
        {
            try
            {
                await Customers.UpdateAsync(Host, stored.Id, stored.Customer with { Remark = $"by {number}" }, stored.Tag, default);
                return number;
            }
            catch (StaleException)
            {
                return -1;
            }
        })));

        var winner = Assert.Single(ends, end => end >= 0);
        Assert.Equal(99, ends.Count(end => end < 0));
        Assert.Equal($"by {winner}", (await Customers.GetAsync(Host, stored.Id, default)).Customer.Remark);
        Assert.Equal(2, (await Customers.HistoryAsync(Host, stored.Id, 0, 10, default)).Count);
    }
}

public sealed class SqliteCustomerSaversTests() : CustomerSaversContract(StorageProvider.Sqlite);

public sealed class PostgresCustomerSaversTests() : CustomerSaversContract(StorageProvider.PostgreSql);
