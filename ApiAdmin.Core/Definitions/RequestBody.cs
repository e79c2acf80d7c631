namespace ApiAdmin.Core.Definitions;

public sealed record RequestBody
{
    public BodyKind Kind { get; init; } = BodyKind.None;

    /// <summary>For <see cref="BodyKind.JsonTemplate"/>, <see cref="BodyKind.Text"/> and <see cref="BodyKind.Xml"/>.</summary>
    public string? Template { get; init; }

    /// <summary>Replaces the kind's own media type.</summary>
    public string? ContentType { get; init; }
}

public enum BodyKind { None, Json, JsonTemplate, Form, Multipart, Text, Xml }
