namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary><c>GET /</c>: what there is to call, for somebody who opens the address in a browser.</summary>
internal static class SandboxIndex
{
    private static readonly SandboxRoute[] Routes =
    [
        new("ANY", "/echo", "what was sent: method, path, query, headers, body, form fields and parts; any path below it too"),
        new("GET", "/orders/{id}", "an order, A-1001 to A-1006; 404 for others, or 200 with ret_code 404001 with ?envelope=true; ?shape=moved has the status in another place"),
        new("GET", "/orders", "all orders"),
        new("GET", "/customers/{id}", "a customer, 10000001 to 10000006"),
        new("GET", "/customers?tel=", "the customers with that phone number, as a list that may be empty"),
        new("POST", "/tickets", "opens a ticket from { customerId, subject, priority }; lists everything that is wrong with it"),
        new("GET", "/business-failure", "200 with a ret_code that is not 000000; ?code= and ?message="),
        new("ANY", "/status/{code}", "that status, 200 to 599"),
        new("GET", "/slow?ms=", "an answer after so many ms"),
        new("GET", "/drip?ms=&bytes=", "so many bytes, each after so many ms"),
        new("GET", "/large?bytes=", "a JSON array of exactly so many bytes"),
        new("ANY", "/redirect/{n}", "so many redirects, then an answer; ?status=301|302|303|307|308"),
        new("ANY", "/redirect/loop", "a redirect to itself"),
        new("GET", "/gzip, /brotli, /deflate", "compressed JSON; /deflate?raw=true without the zlib wrapper"),
        new("GET", "/charset/{name}", "text in that character set; ?declare= says another one, empty says none; ?bom=true"),
        new("GET", "/xml", "XML with a namespace"),
        new("GET", "/events?count=&ms=", "an event stream that ends"),
        new("GET", "/cookies", "sets two cookies and tells which came"),
        new("GET", "/auth/basic", $"wants user {SandboxAuth.User}, password {SandboxAuth.Password}"),
        new("GET", "/auth/bearer", $"wants the token {SandboxAuth.Token}"),
        new("GET", "/auth/key", $"wants the key {SandboxAuth.Key} as X-Api-Key or ?api_key="),
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapRead("/", context => SandboxAnswer.JsonAsync(
        context, StatusCodes.Status200OK, new { name = "ApiAdmin sandbox upstream", routes = Routes }));

    private sealed record SandboxRoute(string Method, string Path, string Answers);
}
