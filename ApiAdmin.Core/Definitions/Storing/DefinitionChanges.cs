using System.Text.Json.Serialization.Metadata;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>Names of the members in which two definitions differ: what the audit keeps of a change.</summary>
internal static class DefinitionChanges
{
    private static readonly IList<JsonPropertyInfo> Members = DefinitionJson.Options.GetTypeInfo(typeof(ApiDefinition)).Properties;

    public static IReadOnlyList<string> Between(ApiDefinition before, ApiDefinition after) =>
        [.. Members.Where(member => !Equals(member.Get!(before), member.Get(after))).Select(member => member.Name)];

    /// <summary>The members that a new definition sets.</summary>
    public static IReadOnlyList<string> All(ApiDefinition definition) =>
        Between(new ApiDefinition { Key = "", Name = "", Url = "" }, definition);
}
