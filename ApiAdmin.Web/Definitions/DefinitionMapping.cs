using ApiAdmin.Core.Definitions;
using Mapster;

namespace ApiAdmin.Web.Definitions;

/// <summary>One row of <c>GET /api/v1/apis</c>.</summary>
public sealed record ApiItem(
    string Key, string Name, string Category, string Method, string Url, ApiStatus Status, DateTimeOffset UpdatedAt, string UpdatedBy);

/// <summary>Definition models to their wire records; a definition itself travels as it is.</summary>
public sealed class DefinitionMapping : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<ApiSummary, ApiItem>().MapToConstructor(true);
}
