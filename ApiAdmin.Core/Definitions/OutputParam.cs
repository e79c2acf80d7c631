using System.Text.Json.Serialization;

namespace ApiAdmin.Core.Definitions;

/// <summary>A named, typed value extracted from the response.</summary>
public sealed record OutputParam
{
    public required string Name { get; init; }

    public OutputSource From { get; init; } = OutputSource.Json;

    /// <summary>
    /// A JSONPath, the name of a header, cookie or form field, an XPath, a regular expression; empty for
    /// <see cref="OutputSource.Status"/> and <see cref="OutputSource.Body"/>.
    /// </summary>
    public string Path { get; init; } = "";

    public ParamType Type { get; init; } = ParamType.String;

    public bool Required { get; init; }

    public RawJson? Default { get; init; }

    public bool Sensitive { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Which of several values: <c>first</c> (when left out), <c>last</c>, <c>all</c>, or a number from 1.</summary>
    public string? Occurrence { get; init; }

    /// <summary>A JSONPath into the JSON that the text found holds, which is decoded once more for it.</summary>
    public string? Inner { get; init; }

    /// <summary>Joins several values, or an array, to one text; splits a text for an array.</summary>
    public string? Separator { get; init; }

    /// <summary>
    /// For <see cref="ParamType.Date"/>: how it is written there, .NET custom formats with <c>|</c> between them, or
    /// <c>unixSeconds</c>, <c>unixMillis</c>; the usual ones when left out.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>For <see cref="ParamType.Date"/>: the IANA time zone it is meant in when it names none, and is given in.</summary>
    public string? Zone { get; init; }

    /// <summary>For <see cref="ParamType.Date"/>: a .NET custom format, or <c>iso</c> for date, time and offset; <c>yyyy-MM-dd</c> when left out.</summary>
    public string? WriteAs { get; init; }

    /// <summary>Which kinds of absence take the default: missing, null and invalid when left out.</summary>
    public ValueList<Absence>? DefaultFor { get; init; }

    /// <summary>Of an object: what is in it becomes outputs too, named <c>address.city</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Flatten { get; init; }
}

/// <summary>How a value can be absent: not there, null, an empty text, or there but not of the type.</summary>
public enum Absence { Missing, Null, Empty, Invalid }

public enum OutputSource { Json, Header, Status, Body, Cookie, Xml, Regex, Form }
