namespace ApiAdmin.Core.Definitions;

/// <summary>A named, typed value extracted from the response.</summary>
public sealed record OutputParam
{
    public required string Name { get; init; }

    public OutputSource From { get; init; } = OutputSource.Json;

    /// <summary>A JSONPath, a header's name …; empty for <see cref="OutputSource.Status"/>.</summary>
    public string Path { get; init; } = "";

    public ParamType Type { get; init; } = ParamType.String;

    public bool Required { get; init; }

    public RawJson? Default { get; init; }

    public bool Sensitive { get; init; }

    public string Description { get; init; } = "";
}

public enum OutputSource { Json, Header, Status, Body, Cookie, Xml, Regex, Form }
