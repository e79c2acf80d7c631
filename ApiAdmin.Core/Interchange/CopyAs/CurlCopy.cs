using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Interchange.CopyAs;

/// <summary>A curl command for bash.</summary>
internal static class CurlCopy
{
    public static string Write(CopySource source)
    {
        var words = new List<string> { $"curl {Quote(source.Url)}" };
        var implied = source.HasBody ? "POST" : "GET";
        if (source.Method == "HEAD" && !source.HasBody)
        {
            words.Add("--head");
        }
        else if (source.Method != implied)
        {
            words.Add($"--request {source.Method}");
        }

        if (source.Target.AsSpan().ContainsAny('[', ']'))
        {
            words.Add("--globoff");
        }

        if (source.Basic is { } basic)
        {
            words.Add($"--user {Quote($"{basic.User}:{basic.Password}")}");
        }

        words.AddRange(source.Headers.Select(Header));
        if (source.HasBody)
        {
            words.Add(source.BodyIsBinary ? "--data-binary @request-body" : $"--data-raw {Quote(source.Body!)}");
        }

        var note = source.BodyIsBinary ? "# The body holds a file: save it as request-body first.\n" : "";
        return note + string.Join(" \\\n  ", words);
    }

    // curl then undoes the encoding too; the header alone would print compressed bytes.
    private static string Header((string Name, string Value, bool IsDefault) header) => header switch
    {
        { Name: "Accept-Encoding", IsDefault: true } => "--compressed",
        { Value: "" } => $"--header {Quote(header.Name + ";")}",
        _ => $"--header {Quote($"{header.Name}: {header.Value}")}",
    };

    private static string Quote(string text) => text.Any(c => char.IsControl(c) && c != '\n') ? AnsiQuote(text) : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string AnsiQuote(string text)
    {
        var builder = new StringBuilder("$'");
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' or '\'' => builder.Append('\\').Append(c),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                _ when char.IsControl(c) => builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => builder.Append(c),
            };
        }

        return builder.Append('\'').ToString();
    }
}
