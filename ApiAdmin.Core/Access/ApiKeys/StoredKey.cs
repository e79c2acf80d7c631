using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Access;

/// <summary>A key as it is stored, with what it may know of itself.</summary>
internal sealed record StoredKey(ApiKeyRow Row, KeyIdentity Identity)
{
    public static StoredKey Of(ApiKeyRow row) => new(row, new KeyIdentity(row.Id, row.Name, row.Scopes.Split(' ').ToValueList(), row.ExpiresAt));
}
