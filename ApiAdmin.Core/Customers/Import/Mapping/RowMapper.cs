using System.Globalization;
using ApiAdmin.Core.Customers.Import.Reading;
using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Customers.Validation;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>
/// From the cells of a row to a customer, new or changed. An empty cell leaves what is stored; identifiers and tags come to those that
/// are there, so that no import takes a number away; everything else is replaced.
/// </summary>
internal sealed class RowMapper
{
    private readonly ImportSettings settings;
    private readonly CustomerCatalog catalog;
    private readonly CustomerWriter writer;
    private readonly PhoneReader phones;
    private readonly string?[] targets;

    public RowMapper(ImportSettings settings, CustomerCatalog catalog, CustomerWriter writer, PhoneReader phones)
    {
        (this.settings, this.catalog, this.writer, this.phones) = (settings, catalog, writer, phones);
        targets = [.. settings.Columns.Select(column => column.Target)];
    }

    public CustomerCatalog Catalog => catalog;

    /// <summary>The id that the row gives, 0 for none; the keys by which its customer is found; the cells without marks against formulas.</summary>
    public MappedRow Map(ImportLine line)
    {
        var row = new MappedRow(line with { Cells = [.. line.Cells.Select(FormulaSafety.Read)] });
        if (line.Problem is { } problem)
        {
            row.Problems.Add(new ImportProblem(line.Line, "", "", problem));
            return row;
        }

        CheckCells(row);
        if (row.Problems.Count == 0)
        {
            ReadId(row);
            row.Keys = [.. Keys(row).Distinct(StringComparer.Ordinal)];
        }

        return row;
    }

    /// <summary>What the row makes of a stored customer, or of nothing; null when it cannot be, and then the row says why.</summary>
    public Customer? Apply(MappedRow row, Customer? stored)
    {
        var customer = stored ?? new Customer { Nick = "" };
        for (var index = 0; index < Math.Min(targets.Length, row.Line.Cells.Length); index++)
        {
            if (targets[index] is { } target and not ImportTargets.Id && !string.IsNullOrWhiteSpace(row.Line.Cells[index]))
            {
                (customer, var problem) = CellReader.Put(customer, target, row.Line.Cells[index], catalog);
                row.Add(problem, settings.Columns[index].Name, row.Line.Cells[index]);
            }
        }

        customer = customer with { Nick = Nick(customer), VipLevel = customer.Vip == true ? customer.VipLevel : null };
        foreach (var finding in row.Problems.Count > 0 ? [] : CustomerValidator.Validate(customer, catalog))
        {
            var (column, value) = Place(finding.Path, customer, row.Line.Cells);
            row.Add(finding.Message, column, value);
        }

        return row.Problems.Count > 0 ? null : writer.Tidy(customer, stored, catalog);
    }

    private static string Nick(Customer customer) => !string.IsNullOrWhiteSpace(customer.Nick)
        ? customer.Nick
        : customer.RealName ?? customer.Phones.Concat(customer.Emails).FirstOrDefault() ?? "";

    private void CheckCells(MappedRow row)
    {
        for (var index = 0; index < row.Line.Cells.Length; index++)
        {
            var cell = row.Line.Cells[index];
            var name = index < settings.Columns.Count ? settings.Columns[index].Name : (index + 1).ToString(CultureInfo.InvariantCulture);
            if (index < targets.Length && targets[index] is not null && cell.Contains('\0', StringComparison.Ordinal))
            {
                row.Add("The cell holds the character U+0000, which cannot be kept; remove it.", name, cell);
            }
            else if (index >= targets.Length && cell.Length > 0)
            {
                row.Add($"The row has {row.Line.Cells.Length} cells, but there are {targets.Length} columns; put a cell that holds the delimiter in quotes, or remove what is too much.", name, cell);
                return;
            }
        }
    }

    private void ReadId(MappedRow row)
    {
        foreach (var (cell, name) in Cells(row, ImportTargets.Id))
        {
            row.Id = CustomerQuery.ReadId(cell);
            if (row.Id is <= 0 or > CustomerLimits.LargestId)
            {
                row.Add($"The id must be a number from 1 to {CustomerLimits.LargestId}; or leave the cell empty.", name, cell);
            }
        }
    }

    private IEnumerable<string> Keys(MappedRow row) => settings.Match switch
    {
        ImportMatch.Id => row.Id > 0 ? [row.Id.ToString(CultureInfo.InvariantCulture)] : [],
        ImportMatch.Phone => Items(row, ImportTargets.Phones, lines: true).Select(phone => phones.Read(phone).Value).Where(value => value.Length > 0),
        ImportMatch.Email => Items(row, ImportTargets.Emails, lines: true).Select(Identifiers.Email).Where(value => value.Length > 0),
        ImportMatch.PartnerId => Items(row, AccountKinds.Name(AccountKind.PartnerId), lines: false).Select(Identifiers.Exact),
        _ => [],
    };

    private IEnumerable<string> Items(MappedRow row, string target, bool lines) => Cells(row, target).SelectMany(cell => CellList.Split(cell.Cell, lines));

    private IEnumerable<(string Cell, string Name)> Cells(MappedRow row, string target)
    {
        for (var index = 0; index < Math.Min(targets.Length, row.Line.Cells.Length); index++)
        {
            if (targets[index] == target && !string.IsNullOrWhiteSpace(row.Line.Cells[index]))
            {
                yield return (row.Line.Cells[index], settings.Columns[index].Name);
            }
        }
    }

    /// <summary>The column in which a finding's member stands, and the cell.</summary>
    private (string Column, string Value) Place(string path, Customer customer, string[] cells)
    {
        var target = path.StartsWith(CustomerDifference.FieldPrefix, StringComparison.Ordinal) ? path[CustomerDifference.FieldPrefix.Length..] : path.Split('[', '.')[0];
        if (target == "accounts" && path.Split('[', ']') is [_, var number, ..] && int.TryParse(number, CultureInfo.InvariantCulture, out var at) && at < customer.Accounts.Count)
        {
            target = AccountKinds.Name(customer.Accounts[at].Kind);
        }

        var index = Array.FindIndex(targets, own => own == target);
        return index < 0 ? (target, "") : (settings.Columns[index].Name, index < cells.Length ? cells[index] : "");
    }
}
