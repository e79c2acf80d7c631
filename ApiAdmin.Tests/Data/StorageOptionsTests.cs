using ApiAdmin.Core.Data;
using Microsoft.Extensions.Configuration;

namespace ApiAdmin.Tests.Data;

public sealed class StorageOptionsTests
{
    [Fact]
    public void Read_NothingSet_SqliteInDataUnderTheWorkingDirectory()
    {
        var options = Read([]);

        Assert.Equal(StorageProvider.Sqlite, options.Provider);
        Assert.Equal(Path.Combine(Directory.GetCurrentDirectory(), "data"), options.DataDirectory);
        Assert.Equal(Path.Combine(options.DataDirectory, "apiadmin.db"), options.DatabaseFile);
    }

    [Fact]
    public void Read_RelativeDirectory_IsMadeAbsolute() =>
        Assert.Equal(Path.GetFullPath("elsewhere"), Read(new() { ["Storage:DataDirectory"] = "elsewhere" }).DataDirectory);

    [Theory]
    [InlineData("MySql")]
    [InlineData("1")]
    public void Read_UnknownProvider_IsRefusedByName(string provider) =>
        Assert.Contains("Storage:Provider", Refusal(new() { ["Storage:Provider"] = provider }));

    [Fact]
    public void Read_PostgresWithoutConnectionString_IsRefusedByName() =>
        Assert.Contains("ConnectionStrings:ApiAdmin is empty", Refusal(new() { ["Storage:Provider"] = "PostgreSql" }));

    [Fact]
    public void Read_SqliteWithConnectionString_IsRefusedAndNotIgnored() =>
        Assert.Contains("Storage:Provider to PostgreSql", Refusal(new() { ["ConnectionStrings:ApiAdmin"] = "Host=db" }));

    private static string Refusal(Dictionary<string, string?> settings) =>
        Assert.Throws<StartRefusedException>(() => Read(settings)).Message;

    private static StorageOptions Read(Dictionary<string, string?> settings) =>
        StorageOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
