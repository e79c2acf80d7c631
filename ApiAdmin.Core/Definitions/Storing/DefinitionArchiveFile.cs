namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>Several definitions in one file, without any secret: <c>apiadmin.definitions/1</c>.</summary>
public sealed record DefinitionArchiveFile
{
    public const string SchemaId = "apiadmin.definitions/1";

    public string Schema { get; init; } = SchemaId;

    public required ValueList<ApiDefinition> Apis { get; init; }
}

/// <summary>What an import did, by keys; with anything in <see cref="Refused"/> nothing was stored.</summary>
public sealed record ImportReport
{
    public ValueList<string> Added { get; init; } = [];

    public ValueList<string> Updated { get; init; } = [];

    public ValueList<string> Unchanged { get; init; } = [];

    /// <summary>Everything that is wrong, with paths such as <c>apis[2].url</c>.</summary>
    public ValueList<Finding> Refused { get; init; } = [];

    public bool IsDone => Refused.Count == 0;
}
