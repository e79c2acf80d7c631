namespace ApiAdmin.Core.Data;

/// <summary>The draft of an API as its portable JSON, apart from the list's row because it is wide.</summary>
public sealed class ApiDraftRow
{
    public required Guid ApiId { get; init; }

    public required string DefinitionJson { get; set; }
}
