namespace ApiAdmin.Core.Definitions.Urls;

/// <summary>
/// A definition's URL taken apart: base, path with <c>{name}</c> in it, query as typed. Its own parser, because
/// <see cref="Uri"/> mends what it reads (<c>http:\\</c>, padded addresses, dot segments) and so hides what was typed.
/// </summary>
public sealed record UrlTemplate
{
    public const string SandboxPrefix = "{{system.sandbox.url}}";

    /// <summary>It begins with <c>{{system.sandbox.url}}</c>; then scheme, host and port are the sandbox's.</summary>
    public bool IsSandbox { get; init; }

    /// <summary><c>http</c> or <c>https</c>; empty for the sandbox.</summary>
    public string Scheme { get; init; } = "";

    /// <summary>As typed; <see cref="CanonicalHost.Ascii"/> is what goes over the wire.</summary>
    public string Host { get; init; } = "";

    /// <summary>Null when none is typed.</summary>
    public int? Port { get; init; }

    /// <summary>The path in order, literals as typed; begins with <c>/</c> unless empty.</summary>
    public ValueList<PathPart> Path { get; init; } = [];

    /// <summary>Behind the <c>?</c>, as typed; null when there is no <c>?</c>.</summary>
    public string? Query { get; init; }

    public IEnumerable<PathName> PathNames => Path.OfType<PathName>();

    /// <summary>Never throws; what is wrong is in <paramref name="faults"/>, and then the result is as far as it could be read.</summary>
    public static UrlTemplate Parse(string url, out ValueList<UrlFault> faults) => UrlParser.Parse(url, out faults);
}

/// <summary>A piece of the path: what is typed, or <c>{name}</c>.</summary>
public abstract record PathPart;

public sealed record PathLiteral(string Text) : PathPart;

/// <param name="Column">Where its brace stands in the URL, from 1.</param>
public sealed record PathName(string Name, int Column) : PathPart;

/// <param name="Code">A code of <see cref="FindingCodes"/>.</param>
public sealed record UrlFault(string Code, string Message);
