using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Data;

/// <summary>The narrow row of an API: all a list, a filter and a search need, so that paging never reads definitions.</summary>
public sealed class ApiRow
{
    public required Guid Id { get; init; }

    /// <summary>The API's stable key, unique.</summary>
    public required string Key { get; set; }

    /// <summary>Setting it sets <see cref="NameSort"/> too.</summary>
    public required string Name
    {
        get;
        set
        {
            field = value;
            NameSort = TextFolding.SortKey(value);
        }
    }

    public string NameSort { get; private set; } = "";

    /// <summary>Setting it sets <see cref="CategorySort"/> and <see cref="CategoryPath"/> too.</summary>
    public required string Category
    {
        get;
        set
        {
            field = value;
            CategorySort = TextFolding.SortKey(value);
            CategoryPath = Definitions.Storing.CategoryPath.Of(value);
        }
    }

    public string CategorySort { get; private set; } = "";

    /// <summary>The category's levels, each ended by a slash: a category and all below it are one range of the index.</summary>
    public string CategoryPath { get; private set; } = "";

    public required string Method { get; set; }

    public required string Url { get; set; }

    public ApiStatus Status { get; set; }

    /// <summary>Everything a search looks in, folded by <see cref="TextFolding.Fold"/>.</summary>
    public required string SearchText { get; set; }

    /// <summary>Changes with every save; compared in the UPDATE's WHERE, so the second of two editors is told.</summary>
    public required Guid Version { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string UpdatedBy { get; set; }

    /// <summary>Since when it lies in the trash; null while it is in use. No query sees the trash unless it asks for it.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public string? DeletedBy { get; set; }
}
