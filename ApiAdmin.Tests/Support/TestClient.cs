using System.Net;
using System.Text.RegularExpressions;

namespace ApiAdmin.Tests.Support;

/// <summary>A browser as far as HTTP goes: it keeps cookies, fills in forms with their tokens, and follows nothing by itself.</summary>
public sealed partial class TestClient : IDisposable
{
    /// <param name="anyCertificate">Over https, believe whatever certificate the server shows.</param>
    public TestClient(string address, bool anyCertificate = false)
    {
#pragma warning disable RS0030 // The client of a test; the guarded transport is for what the product calls.
        Http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, CookieContainer = Cookies, UseProxy = false,
            SslOptions = { RemoteCertificateValidationCallback = anyCertificate ? (_, _, _, _) => true : null },
        })
        {
            BaseAddress = new Uri(address),
        };
#pragma warning restore RS0030
    }

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> GetTextAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>Opens a page and sends its form with these fields beside the hidden ones it came with.</summary>
    /// <param name="from">The page that has the form, when it is another one.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string path, Dictionary<string, string> fields, string? from = null)
    {
        var page = await GetTextAsync(from ?? path);
        foreach (Match hidden in HiddenField().Matches(page))
        {
            fields.TryAdd(WebUtility.HtmlDecode(hidden.Groups["name"].Value), WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        }

        using var content = new FormUrlEncodedContent(fields);
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HiddenField();
}
