using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Shell;

/// <summary>One word of a command line as the program would get it.</summary>
/// <param name="Index">Where it begins in what was pasted, in characters from 0.</param>
/// <param name="Expansion">
/// What a shell would have filled in (<c>$TOKEN</c>, <c>$(date)</c>); it stands in <paramref name="Text"/> as written.
/// </param>
internal sealed record ShellWord(string Text, int Index, string? Expansion = null);

/// <summary>One command between separators.</summary>
internal sealed record ShellCommand
{
    public required ValueList<ShellWord> Words { get; init; }

    /// <summary>The file that <c>&lt;</c> names.</summary>
    public string? InputFile { get; init; }

    /// <summary>What a here-document or <c>&lt;&lt;&lt;</c> feeds to it.</summary>
    public string? InputText { get; init; }

    /// <summary>A single <c>&amp;</c> ended it: in an address without quotes that is a mistake.</summary>
    public bool EndsInBackground { get; init; }
}

/// <summary>Text that cannot be read as a command, with the place and the cure.</summary>
internal sealed class ShellException(string message, int index) : Exception(message)
{
    public int Index { get; } = index;
}
