using System.Globalization;
using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Customers.Validation;

/// <summary>Values of this installation's customer fields, each by the type of its field. Disabled fields are left alone.</summary>
internal sealed partial class FieldValueRule : ICustomerRule
{
    public IEnumerable<Finding> Check(Customer customer, CustomerCatalog catalog)
    {
        var unknown = customer.Fields.Keys.Where(id => !catalog.FieldsById.ContainsKey(id))
            .Select(id => new Finding($"fields.{id}", FindingCodes.NotFound, $"There is no customer field {Quoted.Text(id)}.{Nearest.Hint(id, catalog.FieldsById.Keys)}"));
        return unknown.Concat(catalog.Fields.Where(field => field.Enabled).SelectMany(field => Check(field, customer)));
    }

    private static IEnumerable<Finding> Check(CustomerField field, Customer customer)
    {
        var path = $"fields.{field.Id}";
        if (!customer.Fields.TryGetValue(field.Id, out var values) || values.All(string.IsNullOrWhiteSpace))
        {
            return field.Required ? [new(path, FindingCodes.Required, $"{Named(field)} is missing; give it a value.")] : [];
        }

        if (values.Count > 1 && field.Type != CustomerFieldType.Checkbox)
        {
            return [new(path, FindingCodes.WrongType, $"{Named(field)} takes one value; {values.Count} were given.")];
        }

        return values.Select(value => field.IsChoice ? Option(path, field, value) : Text(path, field, value)).OfType<Finding>();
    }

    private static Finding? Option(string path, CustomerField field, string value) =>
        field.Options.Any(option => option.Id == value)
            ? null
            : new(path, FindingCodes.NotFound, $"{Named(field)} has no option {Quoted.Text(value)}; give the id of one: {Quoted.List(field.Options.Select(option => option.Id))}.");

    private static Finding? Text(string path, CustomerField field, string value) => field.Type switch
    {
        CustomerFieldType.Number when !Number().IsMatch(value) =>
            new(path, FindingCodes.WrongType, $"{Named(field)} takes a number such as 12 or -3.5; {Quoted.Text(value)} is none."),
        CustomerFieldType.Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
            new(path, FindingCodes.WrongType, $"{Named(field)} takes a date as 2026-11-28; {Quoted.Text(value)} is none."),
        CustomerFieldType.Time when !TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
            new(path, FindingCodes.WrongType, $"{Named(field)} takes a time as 09:30; {Quoted.Text(value)} is none."),
        CustomerFieldType.MultiLine => StoredText.Check(path, value, Named(field), CustomerLimits.Text),
        _ => StoredText.Check(path, value, Named(field), CustomerLimits.Line)
            ?? (value.AsSpan().IndexOfAny('\r', '\n') >= 0 ? new(path, FindingCodes.InvalidCharacter, $"{Named(field)} takes one line; remove the line breaks.") : null),
    };

    private static string Named(CustomerField field) => $"The field {Quoted.Text(field.Title)}";

    [GeneratedRegex(@"^[+-]?[0-9]{1,50}(\.[0-9]{1,50})?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
