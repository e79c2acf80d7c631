using System.Text;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers;

/// <summary>From a customer's phones, e-mails, accounts and visitor ids to rows of the identifiers table and back.</summary>
internal static class Identifiers
{
    public static IdentifierKind KindOf(AccountKind kind) => (IdentifierKind)((short)IdentifierKind.FirstAccount + (short)kind);

    public static AccountKind AccountOf(IdentifierKind kind) => (AccountKind)((short)kind - (short)IdentifierKind.FirstAccount);

    /// <summary>E-mails are compared without case; the part before the @ may have one, but no post office minds it.</summary>
    public static string Email(string typed)
    {
        // Normalising looks at every character even where nothing can change, and throws on half of one.
        var text = Ascii.IsValid(typed) ? typed : TextFolding.WellFormed(typed).Normalize(NormalizationForm.FormKC);
        return text.Trim().ToLowerInvariant();
    }

    /// <summary>Accounts and visitor ids are compared exactly: other systems made them.</summary>
    public static string Exact(string typed) => typed.Trim();

    public static IEnumerable<IdentifierRow> Rows(long id, Customer customer, PhoneReader phones)
    {
        foreach (var (typed, position) in customer.Phones.Select((typed, position) => (typed, position)))
        {
            var phone = phones.Read(typed);
            yield return Row(id, IdentifierKind.Phone, position, phone.Value, phone.Shown);
        }

        foreach (var (typed, position) in customer.Emails.Select((typed, position) => (typed, position)))
        {
            yield return Row(id, IdentifierKind.Email, position, Email(typed), typed);
        }

        foreach (var (typed, position) in customer.VisitorIds.Select((typed, position) => (typed, position)))
        {
            yield return Row(id, IdentifierKind.VisitorId, position, Exact(typed), typed);
        }

        foreach (var kind in customer.Accounts.GroupBy(account => account.Kind))
        {
            foreach (var (account, position) in kind.Select((account, position) => (account, position)))
            {
                yield return Row(id, KindOf(account.Kind), position, Exact(account.Value), account.Value);
            }
        }

        foreach (var name in Names(id, customer))
        {
            yield return name;
        }
    }

    /// <summary>A text as names are looked up by their beginning: normalised, and cut to what an index can hold on every database.</summary>
    public static string NameKey(string text)
    {
        const int Longest = 100;
        var words = SearchText.Words(text);
        return words.Length <= Longest ? words : words[..(char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest)];
    }

    private static IEnumerable<IdentifierRow> Names(long id, Customer customer) =>
        from name in new[] { (IdentifierKind.Nick, customer.Nick), (IdentifierKind.RealName, customer.RealName), (IdentifierKind.Enterprise, customer.Enterprise) }
        where name.Item2 is not null
        let key = NameKey(name.Item2)
        where key.Length > 0
        select Row(id, name.Item1, 0, key, "");

    /// <summary>The same of a made-up customer, whose phone numbers are written as they are kept; reading them would take most of the time.</summary>
    public static IEnumerable<IdentifierRow> MadeRows(long id, Customer customer, PhoneReader phones) =>
        customer.Phones.Select((phone, position) => Row(id, IdentifierKind.Phone, position, phone[1..], phone))
            .Concat(Rows(id, customer with { Phones = [] }, phones));

    /// <param name="rows">Of one customer, by kind and position.</param>
    public static Customer With(Customer customer, IReadOnlyList<IdentifierRow> rows) => customer with
    {
        Phones = [.. Shown(rows, IdentifierKind.Phone)],
        Emails = [.. Shown(rows, IdentifierKind.Email)],
        VisitorIds = [.. Shown(rows, IdentifierKind.VisitorId)],
        Accounts = [.. rows.Where(row => row.Kind is >= IdentifierKind.FirstAccount and <= IdentifierKind.LastAccount).Select(row => new CustomerAccount(AccountOf(row.Kind), row.Shown))],
    };

    private static IEnumerable<string> Shown(IReadOnlyList<IdentifierRow> rows, IdentifierKind kind) =>
        rows.Where(row => row.Kind == kind).Select(row => row.Shown);

    private static IdentifierRow Row(long id, IdentifierKind kind, int position, string value, string shown) =>
        new() { CustomerId = id, Kind = kind, Position = position, Value = value, Shown = shown };
}
