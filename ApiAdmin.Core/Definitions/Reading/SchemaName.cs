using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>
/// Documents that carry their schema's name: of one with another name nothing else is worth saying, since its members
/// mean something else.
/// </summary>
internal static class SchemaName
{
    private static readonly Dictionary<Type, string> Known = new()
    {
        [typeof(ApiDefinition)] = ApiDefinition.SchemaId,
        [typeof(Storing.DefinitionArchiveFile)] = Storing.DefinitionArchiveFile.SchemaId,
    };

    /// <returns>True when the document is of another schema, and a finding says so.</returns>
    public static bool IsOther(Type type, IReadOnlyDictionary<string, JsonElement> members, string path, FindingList findings)
    {
        if (!Known.TryGetValue(type, out var known)
            || !members.TryGetValue("schema", out var schema)
            || schema.ValueKind != JsonValueKind.String
            || JsonText.Read(schema) is not { } given
            || given == known)
        {
            return false;
        }

        findings.Add(
            MemberPath.Member(path, "schema"), FindingCodes.UnknownValue,
            $"The schema {Quoted.Text(given)} is not known to this version of ApiAdmin; it reads \"{known}\".");
        return true;
    }
}
