using System.Net;
using System.Text.RegularExpressions;
using ApiAdmin.Benchmarks.Pages;

namespace ApiAdmin.Benchmarks.Circuits;

/// <summary>A person who signed in by the page, as far as HTTP goes.</summary>
internal sealed partial class SignedIn : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpMessageInvoker http;

    private SignedIn(string address)
    {
        Address = address;
        http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = cookies });
    }

    /// <summary>Of the site, without a slash at its end.</summary>
    public string Address { get; }

    public string Cookie => cookies.GetCookieHeader(new Uri(Address));

    public static async Task<SignedIn> AsAsync(string address, string email, string password)
    {
        var person = new SignedIn(address);
        var fields = HiddenField().Matches(await person.GetAsync("/login")).ToDictionary(
            hidden => WebUtility.HtmlDecode(hidden.Groups["name"].Value), hidden => WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        (fields["Form.Email"], fields["Form.Password"]) = (email, password);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/login") { Content = new FormUrlEncodedContent(fields) };
        using var response = await person.http.SendAsync(request, CancellationToken.None);
        return response.StatusCode == HttpStatusCode.Redirect ? person : throw new InvalidOperationException($"Signing in was answered with {response.StatusCode}.");
    }

    public async Task<string> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address + path);
        using var response = await http.SendAsync(request, CancellationToken.None);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Cookies with which a browser is signed in and has told its time zone, as after an earlier visit.</summary>
    public IReadOnlyList<Microsoft.Playwright.Cookie> ToBrowser() =>
    [
        .. cookies.GetCookies(new Uri(Address)).Select(cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Url = Address }),
        new() { Name = "zone", Value = MeasuredBrowser.Zone, Url = Address },
    ];

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HiddenField();
}
