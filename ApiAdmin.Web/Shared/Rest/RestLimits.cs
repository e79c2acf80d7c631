namespace ApiAdmin.Web.Shared.Rest;

/// <summary>How much one REST request may carry.</summary>
public static class RestLimits
{
    public const int LargestBody = 8 * 1024 * 1024;

    public const int DefaultPageSize = 50;
}
