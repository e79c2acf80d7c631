using Mapster;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>All mappings of this project between models and wire records, made once.</summary>
internal static class WireMapping
{
    public static TypeAdapterConfig Config { get; } = Create();

    private static TypeAdapterConfig Create()
    {
        var config = new TypeAdapterConfig { RequireDestinationMemberSource = true };
        config.Scan(typeof(WireMapping).Assembly);
        return config;
    }
}
