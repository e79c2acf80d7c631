using System.Globalization;
using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Import;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.App;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Customers.Transfer;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Customers.Import;

/// <summary>Why rows are bad, as somebody reads it whose pages are Chinese: on the page and in the report that is downloaded there.</summary>
public sealed class ImportReasonsTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private static readonly string[] Rows =
    [
        "n,,,other,,,,,,,,,,,", "n,,,,perhaps,,,,,,,,,,", "n,,,,,perhaps,,,,,,,,,", "n,,,,yes,,Nope,,,,,,,,", "n,,,,,,,Nope,,,,,,,", "n,,,,,,,,Nope,,,,,,",
        "n,,,,,,,,,twelve,,,,,", "n,,,,,,,,,,28.11.2026,,,,", "n,,,,,,,,,,,9 o'clock,,,", "n,,,,,,,,,,,,\"two\nlines\",,", "n,138••••0001,,,,,,,,,,,,,", "n,,no at,,,,,,,,,,,,",
        "n,,,,,,,,,,,,,a reason,", "n,,,,,,,,,,,,,,x", ",,,male,,,,,,,,,,,", "nul\0,,,,,,,,,,,,,,", "\"broken\"x,,,,,,,,,,,,,,", "\"broken\nlines\"x,,,,,,,,,,,,,,",
        "n,,,,,,,,,,,,,,,too many", "Long,,,,,,,,,,,,,,", "Five,1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27;28;29;30;31;32;33;34;35;36;37;38;39;40;41;42;43;44;45;46;47;48;49;50;51;52;53;54;55;56;57;58;59;60;61;62;63;64;65;66;67;68;69;70;71;72;73;74;75;76;77;78;79;80;81;82;83;84;85;86;87;88;89;90;91;92;93;94;95;96;97;98;99;100;101;102,,,,,,,,,,,,,",
    ];

    private static string File => "nick,phone,email,sex,vip,blacklisted,vipLevel,tags,cf_1,cf_2,cf_3,cf_4,cf_5,blacklistReason,id\n"
        + string.Join('\n', Rows).Replace("Long", new string('x', 5_000), StringComparison.Ordinal) + "\n";

    [Fact]
    public async Task EveryReasonOfABadRow_InChinese_HoldsNoEnglishSentence()
    {
        await using var access = await AccessFixture.CreateAsync(StorageProvider.Sqlite, (services, configuration) => services.AddCustomers(configuration));
        var (job, problems) = await ImportAsync(access.Get<CustomerFieldService>(), access.Get<CustomerImportService>());

        Assert.Equal(Rows.Length, job.Counts.Bad);
        Assert.Equal(Rows.Length, problems.Select(problem => problem.Line).Distinct().Count());
        Assert.All(problems, problem => CoreSentencesTests.AssertChinese(problem.Reason));
    }

    [Fact]
    public async Task Page_OfABadRow_SaysWhyInTheLanguageOfThePage()
    {
        await using var context = new PageContext(Role.Supervisor);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Chinese;
        try
        {
            var table = context.Render<ImportProblems>(parameters => parameters
                .Add(own => own.Problems, [new ImportProblem(1_007, "性别", "other", "\"other\" is no sex that is known; give male or female, or leave the cell empty.")]).Add(own => own.Total, 3));

            Assert.Equal(["行", "列", "值", "原因"], table.FindAll("th").Select(head => head.TextContent));
            Assert.Equal(["1,007", "性别", "other"], table.FindAll("td").Take(3).Select(cell => cell.TextContent));
            CoreSentencesTests.AssertChinese(table.FindAll("td")[3].TextContent);
            Assert.Contains("前 1 条", table.Find("p").TextContent, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task Report_DownloadedInChineseAndInEnglish_IsInThatLanguageWithTheSameRows()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateUserAsync(Role.Administrator);
        var (job, problems) = await ImportAsync(app.Services.GetRequiredService<CustomerFieldService>(), app.Services.GetRequiredService<CustomerImportService>());
        using var sue = await app.SignInAsync(await app.CreateUserAsync(Role.Supervisor));

        var english = await ReportAsync(sue, job.Id, "en");
        var chinese = await ReportAsync(sue, job.Id, "zh-CN");

        Assert.Equal(["Line", "Column", "Value", "Reason"], english[0]);
        Assert.Equal(["行", "列", "值", "原因"], chinese[0]);
        Assert.Equal(problems.Select(problem => problem.Reason), english.Skip(1).Select(row => row[3]));
        Assert.Equal(english.Skip(1).Select(row => (row[0], row[1], row[2])), chinese.Skip(1).Select(row => (row[0], row[1], row[2])));
        Assert.All(chinese.Skip(1), row => CoreSentencesTests.AssertChinese(row[3]));
    }

    private static async Task<(ImportJob Job, IReadOnlyList<ImportProblem> Problems)> ImportAsync(CustomerFieldService fields, CustomerImportService imports)
    {
        await fields.CreateAsync(AccessFixture.Host, new CustomerField { Id = "cf_1", Title = "Size", Type = CustomerFieldType.DropDown, Options = [new("a", "Small")] }, default);
        await fields.CreateAsync(AccessFixture.Host, new CustomerField { Id = "cf_2", Title = "Count", Type = CustomerFieldType.Number }, default);
        await fields.CreateAsync(AccessFixture.Host, new CustomerField { Id = "cf_3", Title = "Day", Type = CustomerFieldType.Date }, default);
        await fields.CreateAsync(AccessFixture.Host, new CustomerField { Id = "cf_4", Title = "Hour", Type = CustomerFieldType.Time }, default);
        await fields.CreateAsync(AccessFixture.Host, new CustomerField { Id = "cf_5", Title = "Line" }, default);
        var upload = await imports.UploadAsync(AccessFixture.Host, "bad.csv", new MemoryStream(Encoding.UTF8.GetBytes(File)), default);
        var job = await imports.RunAsync(AccessFixture.Host, upload.Id, upload.Settings with { Match = ImportMatch.None }, dryRun: false, default);
        return (job, await imports.ProblemsAsync(AccessFixture.Host, job.Id, 1_000, default));
    }

    private static async Task<List<string[]>> ReportAsync(TestClient client, Guid import, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(TransferDownloads.ReportPath(import), UriKind.Relative));
        request.Headers.Add("Accept-Language", language);
        using var response = await client.Http.SendAsync(request);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        var path = Path.GetTempFileName();
        await System.IO.File.WriteAllBytesAsync(path, await response.Content.ReadAsByteArrayAsync());
        using var rows = new ApiAdmin.Core.Customers.Import.Reading.CsvRows(path, "utf-8", ",");
        return [.. rows.Read().Select(row => row.Cells)];
    }
}
