using System.Text;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Import;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Tests.Customers.Import;

/// <summary>What importing a file does to the customers, on every database.</summary>
public abstract class ImportContract(StorageProvider provider) : CustomerContract(provider)
{
    private CustomerImportService Imports => Access.Get<CustomerImportService>();

    [SkippableFact]
    public async Task Run_CommonColumns_AddsWholeCustomersThatAreFound()
    {
        await Access.Get<TagService>().CreateAsync(Host, new CustomerTag { Id = "t_1", Group = "Kind", Name = "New" }, default);
        await Access.Get<VipLevelService>().CreateAsync(Host, new VipLevel { Id = "v_1", Name = "Gold" }, default);
        await Access.Get<CustomerFieldService>().CreateAsync(
            Host, new CustomerField { Id = "cf_2", Title = "Fruit", Type = CustomerFieldType.Checkbox, Options = [new("a", "Apple"), new("b", "Pear")] }, default);

        var job = await ImportAsync("昵称,手机号,E-mail,性别,VIP level,Tags,Fruit,WhatsApp\r\nLi Na,138-0013-8000;13900139000,Li@Example.com,女,Gold,Kind: New,Apple;Pear,w-1\r\n");

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 0), job.Counts);
        Assert.Equal((ImportState.Done, false), (job.State, job.HasFile));
        var stored = Assert.Single(await FindAsync("tagged", new CustomerFilter { Tag = "t_1" }));
        Assert.Equal(
            new Customer
            {
                Nick = "Li Na", Phones = ["+8613800138000", "+8613900139000"], Emails = ["Li@Example.com"], Sex = Sex.Female, Vip = true, VipLevel = "v_1",
                Tags = ["t_1"], Fields = CustomerListsContract.Values(("cf_2", ["a", "b"])), Accounts = [new(AccountKind.WhatsappId, "w-1")],
            },
            stored.Customer);
        Assert.Single(await FindAsync("by number", new CustomerFilter(), "0013800"));
        Assert.Single(await FindAsync("by field", new CustomerFilter { Field = "cf_2", FieldValue = "b" }));
    }

    [SkippableFact]
    public async Task Run_BadRows_AreInTheReportWithLineColumnValueAndReasonAndTheGoodOnesIn()
    {
        var cell = new string('x', 10_000_001);
        var job = await ImportAsync($"nick,email,sex\n\"two\nlines\",a@x.com,\nNul\0,,\n{cell},,\nBad \"quote,\"b@x.com\"c,\n=1+1,no at,male\nSex,,other\n,,\nToo,,,many\nbell\a,z@x.com,f\n");

        Assert.Equal(new ImportCounts(9, 2, 0, 0, 7), job.Counts);
        var problems = await Imports.ProblemsAsync(Host, job.Id, 100, default);
        Assert.Equal(
            [(4, "nick"), (5, "nick"), (6, ""), (7, "email"), (8, "sex"), (9, "nick"), (10, "4")],
            problems.Select(problem => ((int)problem.Line, problem.Column)));
        Assert.Contains("U+0000", problems[0].Reason, StringComparison.Ordinal);
        Assert.Contains("10000001 characters", problems[1].Reason, StringComparison.Ordinal);
        Assert.Contains("quotes", problems[2].Reason, StringComparison.Ordinal);
        Assert.Equal(["bell\a", "two\nlines"], (await FindAsync("all", new CustomerFilter())).Select(found => found.Customer.Nick).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Run_ByPhone_UpdatesWhoIsThereAndAddsTheRest()
    {
        var known = await CreateAsync(Full());
        const string File = "phone,remark,tags,city\n008613800138000,new remark,,\n13711112222,somebody,,Wuhan\n+8613800138000,,,Beijing\n";

        var job = await ImportAsync(File, settings => settings with { Match = ImportMatch.Phone });

        Assert.Equal(new ImportCounts(3, 1, 2, 0, 0), job.Counts);
        var after = await Customers.GetAsync(Host, known.Id, default);
        Assert.Equal(known.Customer with { Remark = "new remark", City = "Beijing" }, after.Customer);
        Assert.Equal(3, (await Customers.HistoryAsync(Host, known.Id, 0, 10, default)).Count);
        Assert.Equal(new ImportCounts(3, 0, 0, 3, 0), (await ImportAsync(File, settings => settings with { Match = ImportMatch.Phone, WhenFound = ImportFound.Skip })).Counts);
    }

    [SkippableFact]
    public async Task Run_ById_TakesTheIdAndFollowsMergesAndRefusesDeletedOnes()
    {
        var (one, two, gone) = (await CreateAsync(Full("One")), await CreateAsync(new Customer { Nick = "Two" }), await CreateAsync(new Customer { Nick = "Gone" }));
        await Access.Get<CustomerMerging>().MergeAsync(Host, one.Id, two.Id, Core.VersionMatch.Any, default);
        await Access.Get<CustomerRemoval>().DeleteAsync(Host, gone.Id, gone.Tag, default);

        var job = await ImportAsync($"id,nick\n{two.Id},Survivor\n777,Seven\n{gone.Id},Back\nx,None\n");

        Assert.Equal(new ImportCounts(4, 1, 1, 0, 2), job.Counts);
        Assert.Equal("Survivor", (await Customers.GetAsync(Host, one.Id, default)).Customer.Nick);
        Assert.Equal("Seven", (await Customers.GetAsync(Host, 777, default)).Customer.Nick);
    }

    [SkippableFact]
    public async Task Run_AmbiguousPhone_IsABadRow()
    {
        await CreateAsync(Full("One"));
        await CreateAsync(Full("Two"));

        var job = await ImportAsync("phone,nick\n13800138000,Three\n");

        Assert.Equal(new ImportCounts(1, 0, 0, 0, 1), job.Counts);
        Assert.Contains("fits 2 customers", Assert.Single(await Imports.ProblemsAsync(Host, job.Id, 10, default)).Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task DryRun_AnyFile_CountsAsARunWouldAndWritesNothing()
    {
        var known = await CreateAsync(Full());
        var upload = await UploadAsync("phone,nick,sex\n13800138000,Changed,\n13711112222,New,\n13711113333,Bad,none\n");

        var tried = await Imports.RunAsync(Host, upload.Id, upload.Settings, dryRun: true, default);

        Assert.Equal((ImportState.Checked, true, new ImportCounts(3, 1, 1, 0, 1)), (tried.State, tried.HasFile, tried.Counts));
        Assert.Equal(known, Assert.Single(await FindAsync("all", new CustomerFilter())));
        var done = await Imports.RunAsync(Host, upload.Id, upload.Settings, dryRun: false, default);
        Assert.Equal((ImportState.Done, tried.Counts), (done.State, done.Counts));
    }

    [SkippableFact]
    public async Task Run_StoppedAfterABatch_ResumesToTheSameEnd()
    {
        var lines = Enumerable.Range(0, 5_000).Select(number => $"Nick {number},1380013{number:D4},{(number % 100 == 7 ? "bad" : "m")}");
        var upload = await UploadAsync("nick,phone,sex\n" + string.Join('\n', lines));
        using var stop = new CancellationTokenSource();
        var run = Imports.RunAsync(Host, upload.Id, upload.Settings, dryRun: false, stop.Token);
        while (!run.IsCompleted && (await Imports.GetAsync(Host, upload.Id, default)).Counts.Rows == 0)
        {
        }

        await stop.CancelAsync();
        var stopped = await run;
        var ended = stopped.State == ImportState.Done ? stopped : await Imports.RunOnAsync(Host, upload.Id, default);

        Assert.True(stopped.Counts.Rows > 0);
        Assert.Equal((ImportState.Done, new ImportCounts(5_000, 4_950, 0, 0, 50)), (ended.State, ended.Counts));
        Assert.Equal(50, (await Imports.ProblemsAsync(Host, upload.Id, 100, default)).Select(problem => problem.Line).Distinct().Count());
        await using var db = await Access.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(4_950, db.Customers.Select(row => row.Nick).Distinct().Count());
    }

    [SkippableFact]
    public async Task Cancel_WhileItRuns_StopsItAndKeepsWhatIsIn()
    {
        var upload = await UploadAsync("nick\n" + string.Join('\n', Enumerable.Range(0, 20_000).Select(number => $"Nick {number}")));
        await Imports.StartAsync(Host, upload.Id, upload.Settings, dryRun: false, default);
        await Imports.CancelAsync(Host, upload.Id, default);
        await Access.Get<ImportRuns>().WhenIdleAsync();

        var job = await Imports.GetAsync(Host, upload.Id, default);
        Assert.Equal(ImportState.Cancelled, job.State);
        await using var db = await Access.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(job.Counts.Added, db.Customers.Count());
    }

    [SkippableFact]
    public async Task Profiles_SavedAndDeleted_AreListedByName()
    {
        var profiles = Access.Get<ImportProfileService>();
        var settings = new ImportSettings { Delimiter = ";", Columns = [new("Name", "nick"), new("x", null)], Match = ImportMatch.Email };

        await profiles.SaveAsync(Host, "Shop", settings, default);
        await profiles.SaveAsync(Host, "Shop", settings with { Delimiter = "|" }, default);

        Assert.Equal(settings with { Delimiter = "|" }, Assert.Single(await profiles.ListAsync(Host, default)).Settings);
        await profiles.DeleteAsync(Host, "Shop", default);
        Assert.Empty(await profiles.ListAsync(Host, default));
    }

    private async Task<ImportJob> UploadAsync(string text) =>
        await Imports.UploadAsync(Host, "file.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), default);

    private async Task<ImportJob> ImportAsync(string text, Func<ImportSettings, ImportSettings>? change = null)
    {
        var job = await UploadAsync(text);
        return await Imports.RunAsync(Host, job.Id, change is null ? job.Settings : change(job.Settings), dryRun: false, default);
    }

    private async Task<ValueList<StoredCustomer>> FindAsync(string why, CustomerFilter filter, string? text = null)
    {
        var page = await Access.Get<CustomerSearchService>().SearchAsync(Host, new CustomerSearch { Text = text, Filter = filter }, default);
        Assert.False(page.Items.Count == 0, why);
        return page.Items;
    }
}

public sealed class SqliteImportTests() : ImportContract(StorageProvider.Sqlite);

public sealed class PostgresImportTests() : ImportContract(StorageProvider.PostgreSql);
