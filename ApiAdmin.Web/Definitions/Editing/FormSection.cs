using ApiAdmin.Core;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>A part of the form, and which members of the definition it shows.</summary>
public sealed record FormSection(string Id, string Title, params string[] Paths)
{
    /// <summary>The example of its help as it stands in a field or on the wire; the same in every language.</summary>
    public string? HelpCode { get; init; }

    public static IReadOnlyList<FormSection> All { get; } =
    [
        new("basics", "Basics", "name", "key", "category", "description"),
        new("request", "Request", "method", "url", "body") { HelpCode = "GET https://crm.example.com/v1/orders/{orderId}" },
        new("headers", "Header params", "headers") { HelpCode = "X-Tenant: acme" },
        new("parameters", "Request params", "parameters") { HelpCode = "https://crm.example.com/v1/orders/A-1001?lang=en" },
        new("auth", "Authentication", "auth") { HelpCode = "Authorization: Bearer •••" },
        new("outputs", "Output params", "outputs", "response") { HelpCode = "$.item.status" },
        new("success", "Success", "success") { HelpCode = "$.ret_code = \"000000\"" },
        new("samples", "Samples", "samples"),
        new("limits", "Limits", "limits"),
        new("cases", "Test cases", "cases"),
    ];

    public static FormSection Of(string id) => All.First(s => s.Id == id);

    /// <summary>Where a finding shows; what fits nowhere (a sample, the whole document) is told at the top of the form.</summary>
    public static FormSection? For(Finding finding) => All.FirstOrDefault(s => new FindingMap([finding]).Count(s.Paths) > 0);
}
