using ApiAdmin.Core;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>A part of the form, and which members of the definition it shows.</summary>
public sealed record FormSection(string Id, string Title, params string[] Paths)
{
    public static IReadOnlyList<FormSection> All { get; } =
    [
        new("basics", "Basics", "name", "key", "category", "description"),
        new("request", "Request", "method", "url", "body"),
        new("headers", "Header params", "headers"),
        new("parameters", "Request params", "parameters"),
        new("auth", "Authentication", "auth"),
        new("outputs", "Output params", "outputs", "response"),
        new("success", "Success", "success"),
        new("limits", "Limits", "limits"),
    ];

    public static FormSection Of(string id) => All.First(s => s.Id == id);

    /// <summary>Where a finding shows; what fits nowhere (a sample, the whole document) is told at the top of the form.</summary>
    public static FormSection? For(Finding finding) => All.FirstOrDefault(s => new FindingMap([finding]).Count(s.Paths) > 0);
}
