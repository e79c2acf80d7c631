using ApiAdmin.Core.Data;
using Microsoft.Extensions.Configuration;
using PhoneNumbers;

namespace ApiAdmin.Core.Customers;

/// <summary>The section <c>Customers</c>, read once and checked; every default stands here.</summary>
public sealed record CustomerOptions
{
    /// <summary>The region of phone numbers without a country code, as ISO 3166-1 alpha-2.</summary>
    public string DefaultRegion { get; init; } = "CN";

    /// <exception cref="StartRefusedException">A setting is wrong; it is named.</exception>
    public static CustomerOptions Read(IConfiguration configuration)
    {
        var region = configuration["Customers:DefaultRegion"] is { Length: > 0 } given ? given.ToUpperInvariant() : new CustomerOptions().DefaultRegion;
        return PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(region)
            ? new CustomerOptions { DefaultRegion = region }
            : throw new StartRefusedException(
                $"Customers:DefaultRegion is {Quoted.Text(region)}, which is no region with phone numbers. Give two letters such as CN, DE or US.");
    }
}
