using System.Globalization;

namespace ApiAdmin.Web.Customers;

/// <summary>Addresses of the pages of customers.</summary>
public static class CustomerAddress
{
    public const string List = "/customers";

    public static string Of(long id) => $"/customers/{Text(id)}";

    public static string Edit(long id) => $"/customers/{Text(id)}/edit";

    public static string Merge(long id, long other) => $"/customers/{Text(id)}/merge/{Text(other)}";

    /// <summary>A new customer with what was typed in the place where it belongs: a number, an e-mail, else a name.</summary>
    /// <param name="fromPop">The phone rang, so it can only be a number.</param>
    public static string New(string? typed, bool fromPop = false)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return "/customers/new";
        }

        var text = fromPop && typed[0] == ' ' && typed.TrimStart() is [>= '0' and <= '9', ..] number ? "+" + number : typed.Trim();
        return $"/customers/new?{(fromPop || IsNumber(text) ? "phone" : text.Contains('@', StringComparison.Ordinal) ? "email" : "nick")}={Uri.EscapeDataString(text)}";
    }

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static bool IsNumber(string text) =>
        text.Any(char.IsDigit) && text.All(character => char.IsDigit(character) || "+-()./ ＋".Contains(character, StringComparison.Ordinal));
}
