using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>What a pasted command became, or why it became nothing.</summary>
public sealed record CurlResult
{
    public CurlImport? Import { get; init; }

    public CurlProblem? Problem { get; init; }
}

/// <summary>Why a text is no command that can be taken over; lines and columns count from 1.</summary>
public sealed record CurlProblem(string Message, int Line, int Column);

/// <summary>A request read from a command, as a definition without key, and what a person has to decide about it.</summary>
public sealed record CurlImport
{
    /// <summary>Credentials stand in it as constants, in clear, until <see cref="Credentials.UseSecret"/> replaces each.</summary>
    public required ApiDefinition Definition { get; init; }

    public ValueList<CurlNote> Notes { get; init; } = [];

    /// <summary>Values that should be secrets.</summary>
    public ValueList<FoundCredential> Credentials { get; init; } = [];

    /// <summary>Values that the caller could give on each call.</summary>
    public ValueList<FoundInput> Inputs { get; init; } = [];

    /// <summary>Files of the sender's whose content is an input now.</summary>
    public ValueList<FileInput> Files { get; init; } = [];
}

/// <param name="Input">The input that stands for the content.</param>
/// <param name="Path">As the command names it.</param>
public sealed record FileInput(string Input, string Path);
