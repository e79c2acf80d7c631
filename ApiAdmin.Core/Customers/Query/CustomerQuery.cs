using System.Globalization;

namespace ApiAdmin.Core.Customers;

/// <summary>What a caller knows of a customer; all that is given must belong to the same one. Blank counts as not given.</summary>
public readonly record struct CustomerQuery(string? Id = null, string? Tel = null, string? Email = null, string? ThirdAccountId = null)
{
    public const string IdName = "id";
    public const string TelName = "tel";
    public const string EmailName = "email";
    public const string ThirdAccountIdName = "thirdAccountId";

    public bool IsBlank =>
        string.IsNullOrWhiteSpace(Id) && string.IsNullOrWhiteSpace(Tel) && string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(ThirdAccountId);

    /// <summary>The same with one name set, unless it is set already; other names and blank values change nothing.</summary>
    public CustomerQuery With(string name, string? value) => string.IsNullOrWhiteSpace(value)
        ? this
        : name switch
        {
            IdName when Id is null => this with { Id = value },
            TelName when Tel is null => this with { Tel = value },
            EmailName when Email is null => this with { Email = value },
            ThirdAccountIdName when ThirdAccountId is null => this with { ThirdAccountId = value },
            _ => this,
        };

    /// <summary>Ids are decimal digits compared as numbers; 0 for a text that is no id, and so nobody's.</summary>
    internal static long ReadId(string text) =>
        long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>Never the values: records print themselves into logs otherwise.</summary>
    public override string ToString() => "a customer query";
}
