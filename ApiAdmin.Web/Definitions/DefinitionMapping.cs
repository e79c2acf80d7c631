using System.Text.Json.Serialization;
using ApiAdmin.Core.Definitions;
using Mapster;

namespace ApiAdmin.Web.Definitions;

/// <summary>One row of <c>GET /api/v1/apis</c>.</summary>
/// <param name="BuiltIn">True for what ApiAdmin answers itself, which has neither a status nor somebody who changed it; left out for all others.</param>
public sealed record ApiItem(
    string Key, string Name, string Category, string Method, string Url,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ApiStatus? Status = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? UpdatedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? UpdatedBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? BuiltIn = null);

/// <summary>Definition models to their wire records; a definition itself travels as it is.</summary>
public sealed class DefinitionMapping : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<ApiSummary, ApiItem>().MapWith(api => api.IsBuiltIn
        ? new ApiItem(api.Key, api.Name, api.Category, api.Method, api.Url, null, null, null, true)
        : new ApiItem(api.Key, api.Name, api.Category, api.Method, api.Url, api.Status, api.UpdatedAt, api.UpdatedBy, null));
}
