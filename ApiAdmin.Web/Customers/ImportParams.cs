using System.ComponentModel;
using ApiAdmin.Core.Customers.Import;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Customers;

/// <summary>The query of <c>POST /api/v1/customers/import</c>.</summary>
public sealed record ImportParams
{
    public required HttpRequest Request { get; init; }

    [FromQuery(Name = "match"), Description("By what a row finds its customer: none, id, phone, email, partnerId. Left out, the first of id, phone and email that is a column.")]
    public string? Match { get; init; }

    [FromQuery(Name = "whenFound"), Description("update (the default), skip or add.")]
    public string? WhenFound { get; init; }

    [FromQuery(Name = "whenMissing"), Description("add (the default) or skip.")]
    public string? WhenMissing { get; init; }

    [FromQuery(Name = "dryRun"), Description("true writes nothing and tells what would be.")]
    public string? DryRun { get; init; }

    [FromQuery(Name = "delimiter"), Description("One character, where it is not found out rightly.")]
    public string? Delimiter { get; init; }

    [FromQuery(Name = "charset"), Description("Such as utf-8, gb18030 or windows-1252, where it is not found out rightly.")]
    public string? Charset { get; init; }

    [FromQuery(Name = "profile"), Description("The name of a kept profile that says what the columns are.")]
    public string? Profile { get; init; }

    internal ImportWish Read()
    {
        var reader = new QueryReader(Request, "match", "whenFound", "whenMissing", "dryRun", "delimiter", "charset", "profile");
        var delimiter = Request.Query["delimiter"].FirstOrDefault();
        var wish = new ImportWish(
            reader.Choice<ImportMatch>("match"), reader.Choice<ImportFound>("whenFound"), reader.Choice<ImportMissing>("whenMissing"),
            reader.Flag("dryRun"), string.IsNullOrEmpty(delimiter) ? null : delimiter, reader.Text("charset"), reader.Text("profile"));
        reader.DemandGood();
        return wish;
    }
}

/// <summary>What a caller of the import said; null is left to what is found out.</summary>
internal sealed record ImportWish(
    ImportMatch? Match, ImportFound? WhenFound, ImportMissing? WhenMissing, bool DryRun, string? Delimiter, string? Charset, string? Profile);
