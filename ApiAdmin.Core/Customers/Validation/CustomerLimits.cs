namespace ApiAdmin.Core.Customers;

/// <summary>How long texts and lists of a customer may be.</summary>
public static class CustomerLimits
{
    public const int Name = 1_000;
    public const int Line = 500;
    public const int Text = 10_000;
    public const int Phone = 100;
    public const int Email = 254;
    public const int Account = 500;

    /// <summary>Phones, e-mails, accounts, visitor ids; each.</summary>
    public const int Identifiers = 100;
    public const int Tags = 200;

    /// <summary>Ids are decimal digits, at most 15 of them.</summary>
    public const long LargestId = 999_999_999_999_999;
}
