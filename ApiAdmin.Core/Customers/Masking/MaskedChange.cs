namespace ApiAdmin.Core.Customers;

/// <summary>A line of the history as it looks to who may not see personal values.</summary>
internal static class MaskedChange
{
    public static FieldChange Of(FieldChange change) => change.Field switch
    {
        "phones" => Masked(change, phone => Masking.Phone(phone)),
        "emails" => Masked(change, email => Masking.Email(email)),
        "visitorIds" => Masked(change, visitor => Masking.Account(visitor)),
        "accounts" => Masked(change, Account),
        _ => change,
    };

    private static FieldChange Masked(FieldChange change, Func<string, string> mask) =>
        change with { Before = Lines(change.Before, mask), After = Lines(change.After, mask) };

    private static string? Lines(string? lines, Func<string, string> mask) =>
        lines is null ? null : string.Join('\n', lines.Split('\n').Select(mask));

    private static string Account(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? Masking.Account(line) : string.Concat(line.AsSpan(0, colon + 2), Masking.Account(line[(colon + 2)..]));
    }
}
