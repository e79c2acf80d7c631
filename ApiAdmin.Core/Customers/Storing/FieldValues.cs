using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>The rows by which customers are filtered and counted by field.</summary>
internal static class FieldValues
{
    public static IEnumerable<CustomerFieldValueRow> Rows(long id, Customer customer) =>
        from field in customer.Fields
        from value in field.Value.Select(Key).Distinct()
        select new CustomerFieldValueRow { FieldId = field.Key, Value = value, CustomerId = id };

    /// <summary>Folded and cut to what an index can hold on every database.</summary>
    public static string Key(string value) => TextFolding.SortKey(value);
}
