using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Interchange.CopyAs;

/// <summary>C# with HttpClient.</summary>
internal static class CSharpCopy
{
    public static string Write(CopySource source)
    {
        var code = new StringBuilder();
        code.Append("using System.Net;\nusing System.Net.Http.Headers;\nusing System.Text;\n\n");
        code.Append("using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });\n");
        code.Append(CultureInfo.InvariantCulture, $"using var request = new HttpRequestMessage(HttpMethod.{char.ToUpperInvariant(source.Method[0])}{source.Method[1..].ToLowerInvariant()}, {Literals.Escaped(source.Url)});\n");
        if (source.HasBody)
        {
            code.Append(source.BodyIsBinary
                ? "request.Content = new ByteArrayContent(File.ReadAllBytes(\"request-body\"));\n"
                : $"request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes({Literals.Escaped(source.Body!)}));\n");
        }

        if (source.Basic is { } basic)
        {
            code.Append(CultureInfo.InvariantCulture, $"request.Headers.Authorization = new AuthenticationHeaderValue(\"Basic\", Convert.ToBase64String(Encoding.UTF8.GetBytes({Literals.Escaped($"{basic.User}:{basic.Password}")})));\n");
        }

        foreach (var (name, value, isDefault) in source.Headers.Where(header => header is not { Name: "Accept-Encoding", IsDefault: true }))
        {
            var owner = source.HasBody && Invocation.Building.WireHeaders.IsOfContent(name) ? "request.Content!.Headers" : "request.Headers";
            code.Append(CultureInfo.InvariantCulture, $"{owner}.TryAddWithoutValidation({Literals.Escaped(name)}, {Literals.Escaped(value)});\n");
        }

        code.Append("\nusing var response = await client.SendAsync(request);\n");
        code.Append("Console.WriteLine((int)response.StatusCode);\nConsole.WriteLine(await response.Content.ReadAsStringAsync());");
        return code.ToString();
    }
}
