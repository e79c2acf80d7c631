namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>One request as a command's options say it, before anything is made of it.</summary>
internal sealed class CurlCommand
{
    public List<string> Urls { get; } = [];

    public string? Method { get; set; }

    public List<string> Headers { get; } = [];

    public List<DataPart> Data { get; } = [];

    public bool IsJson { get; set; }

    public List<FormPart> Form { get; } = [];

    public bool DataInQuery { get; set; }

    public bool Head { get; set; }

    public string? User { get; set; }

    public string? Bearer { get; set; }

    public string? UserAgent { get; set; }

    public string? Referer { get; set; }

    public List<string> Cookies { get; } = [];

    public string? Range { get; set; }

    public string? Upload { get; set; }

    public List<DataPart> Query { get; } = [];

    public bool FollowRedirects { get; set; }

    public int? MaxRedirects { get; set; }

    public double? MaxSeconds { get; set; }

    /// <summary>No Basic header is sent of <see cref="User"/>: another scheme was asked for.</summary>
    public bool NotBasic { get; set; }
}

/// <summary>A piece of <c>--data</c> or <c>--url-query</c>: text that is sent as it is, or a file of the sender's.</summary>
/// <param name="Prefix">Text before a file's content, as in <c>name@file</c>.</param>
/// <param name="Joined">It continues the piece before without an <c>&amp;</c> between.</param>
internal sealed record DataPart(string Text, string? File = null, string Prefix = "", bool Joined = false);

/// <summary>A piece of <c>--form</c>.</summary>
/// <param name="File">The file sent as a file.</param>
/// <param name="TextFile">The file whose text is the value.</param>
internal sealed record FormPart(string Name, string Value, string? File = null, string? TextFile = null);
