using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Interchange;

/// <summary>curl commands with, for many, the raw request that curl makes of them.</summary>
internal static class CurlCorpus
{
    private const string Source = "curlconverter/curlconverter, test/fixtures (MIT)";

    public static IReadOnlyList<string> Commands => [.. Directory.GetFiles(Folder("curl_commands"), "*.sh").Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> WithRequest => [.. Directory.GetFiles(Folder("http"), "*.txt").Order(StringComparer.Ordinal)];

    public static string CommandOf(string requestFile) =>
        File.ReadAllText(Path.Combine(Folder("curl_commands"), Path.GetFileNameWithoutExtension(requestFile) + ".sh"));

    private static string Folder(string name) => CorpusFolder.Path($"curl-commands/{name}", Source);
}

/// <summary>A raw request taken apart, so that two can be compared by what they say.</summary>
internal sealed record RawRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>No body of the corpus ends in a line break, its files do.</summary>
    public static RawRequest Parse(string text)
    {
        text = text.Replace("\r\n", "\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = (end < 0 ? text.TrimEnd('\n') : text[..end]).Split('\n');
        var first = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return new RawRequest(first[0], string.Join(' ', first[1..^1]), headers, end < 0 ? "" : text[(end + 2)..].TrimEnd('\n'));
    }
}
