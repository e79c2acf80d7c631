using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.BuiltIn;
using ApiAdmin.Web.Operations;

namespace ApiAdmin.Web.Invocation.BuiltIn;

/// <summary>What is built in, under the address by which a request reached this installation.</summary>
public sealed class BuiltInListing(BuiltInOperations operations, PublicAddress address)
{
    public async Task<IReadOnlyList<ApiDefinition>> AllAsync(Actor actor, HttpRequest request, CancellationToken cancellationToken) =>
        await operations.ListAsync(actor, address.Of(request), cancellationToken);

    public ApiDefinition? Named(string key, HttpRequest request) => operations.Named(key, address.Of(request));

    /// <summary>One as it is read over REST; null when nothing built in has the key.</summary>
    public async Task<BuiltInApi?> FindAsync(Actor actor, string key, HttpRequest request, CancellationToken cancellationToken) =>
        Named(key, request) is null ? null : BuiltInApi.Of((await AllAsync(actor, request, cancellationToken)).First(api => api.Key == key));

    public void DemandChangeable(string key) => operations.DemandChangeable(key);
}

/// <summary>
/// The portable form of something built in, with the mark <c>builtIn</c>. It is no member of the form itself, so that no definition from
/// elsewhere can carry it.
/// </summary>
/// <param name="Tag">Of its text: it changes with the customer fields, with no version to count.</param>
public sealed record BuiltInApi(JsonObject Json, string Tag)
{
    public static BuiltInApi Of(ApiDefinition api)
    {
        var json = JsonSerializer.SerializeToNode(api, DefinitionJson.Options)!.AsObject();
        json["builtIn"] = true;
        var tag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DefinitionJson.Write(api))).AsSpan(0, 16));
        return new BuiltInApi(json, tag);
    }
}
