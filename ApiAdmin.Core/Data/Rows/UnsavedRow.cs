namespace ApiAdmin.Core.Data;

/// <summary>What one person typed into one API's form and has not saved yet.</summary>
public sealed class UnsavedRow
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Null for an API that does not exist yet.</summary>
    public Guid? ApiId { get; init; }

    /// <summary>The open form that writes it; another one takes it over before it writes.</summary>
    public required Guid Holder { get; set; }

    /// <summary>The browser tab the form stood in, so that a reload finds its own.</summary>
    public required string Tab { get; set; }

    /// <summary>Version of the API it was made from; empty for a new one.</summary>
    public required string BaseTag { get; set; }

    /// <summary>The definition it was made from: what a conflict is told against.</summary>
    public required string BaseJson { get; set; }

    public required string DefinitionJson { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
