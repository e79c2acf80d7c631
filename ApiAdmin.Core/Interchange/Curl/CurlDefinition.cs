using System.Globalization;
using System.Text;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>Makes a definition of one command's options.</summary>
internal static class CurlDefinition
{
    private const int HighestTimeoutMs = 60_000;
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public static CurlImport Make(CurlCommand command, List<CurlNote> notes)
    {
        var files = new CurlFiles(notes);
        var url = CurlUrl.Read(command, files, notes);
        command.User ??= url.User;
        var headers = CurlHeaders.Read(command, notes);
        var body = new CurlBody(files, notes).Make(command, headers);
        var definition = new ApiDefinition
        {
            Key = "",
            Name = NameOf(url.Url),
            Method = Method(command, notes),
            Url = url.Url,
            Headers = [.. headers.Rows, .. body.Headers],
            Parameters = [.. url.Parameters, .. body.Parameters],
            Body = body.Body,
            Limits = Limits(command, notes),
        };
        var credentials = Credentials.Find(definition);
        return new CurlImport
        {
            Definition = Credentials.Masked(definition, credentials),
            Notes = [.. notes],
            Credentials = credentials,
            Inputs = Inputs.Find(definition, credentials),
            Files = files.All,
        };
    }

    private static string Method(CurlCommand command, List<CurlNote> notes)
    {
        var hasBody = !command.DataInQuery && (command.Data.Count > 0 || command.Form.Count > 0);
        var own = command.Head ? "HEAD" : command.Upload is not null ? "PUT" : hasBody ? "POST" : "GET";
        if (command.Method is not { } asked || Methods.Contains(asked))
        {
            return command.Method ?? own;
        }

        var meant = asked.ToUpperInvariant();
        var taken = Methods.Contains(meant) ? meant : own;
        notes.Add(new CurlNote("--request", $"The method {Quoted.Text(asked)} is none that can be called, so {taken} was taken. Choose one of {string.Join(", ", Methods)}."));
        return taken;
    }

    private static InvocationLimits Limits(CurlCommand command, List<CurlNote> notes)
    {
        var redirects = command.FollowRedirects ? command.MaxRedirects ?? InvocationLimits.HighestRedirects : 0;
        if (redirects is > InvocationLimits.HighestRedirects or < 0)
        {
            notes.Add(new CurlNote("--max-redirs", $"At most {InvocationLimits.HighestRedirects} redirects are followed. Call the final address itself if that is not enough."));
            redirects = InvocationLimits.HighestRedirects;
        }

        int? timeout = command.MaxSeconds is > 0 and { } seconds ? (int)Math.Min(HighestTimeoutMs, Math.Max(1, Math.Round(seconds * 1_000))) : null;
        if (command.MaxSeconds * 1_000 > HighestTimeoutMs)
        {
            notes.Add(new CurlNote("--max-time", $"A call may take {(HighestTimeoutMs / 1_000).ToString(CultureInfo.InvariantCulture)} s at most, so that is its deadline now. Ask for less at a time if it needs longer."));
        }

        return new InvocationLimits { TimeoutMs = timeout, FollowRedirects = redirects };
    }

    /// <summary>The last word of the path that is one, else the host.</summary>
    private static string NameOf(string url)
    {
        var path = url.Split('?')[0];
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var word = parts.Skip(1).LastOrDefault(part => part.Any(char.IsLetter) && !part.Any(c => char.IsDigit(c) || c is '{' or '%'))
            ?? parts.FirstOrDefault() ?? "";
        var dot = word.LastIndexOf('.');
        var bare = parts.Count > 1 && dot > 0 ? word[..dot] : word.Split(':')[0];
        var text = new StringBuilder(bare).Replace('-', ' ').Replace('_', ' ').ToString().Trim();
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..Math.Min(text.Length, 100)];
    }
}
