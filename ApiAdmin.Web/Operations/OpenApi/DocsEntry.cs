using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.OpenApi;

namespace ApiAdmin.Web.Operations.OpenApi;

/// <summary>One operation on the page.</summary>
public sealed record DocsEntry(string Method, string Path, OpenApiOperation Operation)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where it stands on the page.</summary>
    public string Id => Operation.OperationId ?? $"{Method}{Path}";

    public OpenApiMediaType? Body => Operation.RequestBody?.Content?.Values.FirstOrDefault();

    public bool IsIn(OpenApiTag tag) => Operation.Tags?.Any(reference => reference.Name == tag.Name) == true;

    /// <summary>A call that can be pasted into a shell once the key is put in.</summary>
    public string Curl(string origin)
    {
        var text = new StringBuilder($"curl '{origin}{ExamplePath()}' -H 'X-Api-Key: …'");
        if (Method != "GET")
        {
            text.Append(CultureInfo.InvariantCulture, $" -X {Method}");
        }

        foreach (var header in (Operation.Parameters ?? []).Where(p => p.In == ParameterLocation.Header && p.Required))
        {
            text.Append(CultureInfo.InvariantCulture, $" \\\n  -H '{header.Name}: \"…\"'");
        }

        if (Body?.Example is { } example)
        {
            text.Append(CultureInfo.InvariantCulture, $" \\\n  --json '{example.ToJsonString(Indented)}'");
        }

        return text.ToString();
    }

    private string ExamplePath() => Path
        .Replace("{key}", "order-status", StringComparison.Ordinal)
        .Replace("{name}", "orders-token", StringComparison.Ordinal)
        .Replace("{id}", "…", StringComparison.Ordinal);
}
