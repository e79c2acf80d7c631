namespace ApiAdmin.Core.Definitions;

public sealed record ResponseSettings
{
    public ResponseKind Kind { get; init; } = ResponseKind.Auto;

    /// <summary>Overrules what the response says of its character set; an IANA name or a usual alias such as <c>utf8</c>.</summary>
    public string? Charset { get; init; }

    /// <summary>Stop reading once every output is decided.</summary>
    public bool StopEarly { get; init; }
}

/// <summary>What the body has to be; <see cref="Auto"/> decides by the media type and the body itself.</summary>
public enum ResponseKind { Auto, Json, Xml, Text, Form, Events, None }
