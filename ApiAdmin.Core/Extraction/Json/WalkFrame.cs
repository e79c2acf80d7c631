namespace ApiAdmin.Core.Extraction.Json;

/// <summary>The inside of one container that some path leads into.</summary>
internal struct WalkFrame
{
    /// <summary>Paths that lead to the container itself.</summary>
    public ulong Arrived;

    /// <summary>Paths that lead further in.</summary>
    public ulong Live;

    /// <summary>Paths whose member was met in it.</summary>
    public ulong Seen;

    public bool IsArray;
    public int Index;
}
