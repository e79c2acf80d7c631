using ApiAdmin.Core.Extraction.JsonPath;
using ApiAdmin.Core.Extraction.Sources;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Whether an output's path is one of its source.</summary>
internal static class OutputPlace
{
    public static Finding? Fault(string path, OutputParam output) => output.From switch
    {
        OutputSource.Json => JsonPathQuery.Parse(output.Path).Error is { } error ? new($"{path}.path", error.Code, error.Message) : null,
        OutputSource.Header when !NameText.IsToken(output.Path) =>
            new($"{path}.path", FindingCodes.Malformed, $"{Quoted.Text(output.Path)} is no header name; write for example X-Request-Id."),
        OutputSource.Cookie when !NameText.IsToken(output.Path) =>
            new($"{path}.path", FindingCodes.Malformed, $"{Quoted.Text(output.Path)} is no cookie name; write for example session."),
        OutputSource.Form when output.Path.Length == 0 =>
            new($"{path}.path", FindingCodes.Required, "The form field's name is missing; write for example status."),
        OutputSource.Xml when OutputXPath.Compile(output.Path, out var problem) is null => new($"{path}.path", FindingCodes.Malformed, problem!),
        OutputSource.Regex when OutputPattern.Create(output.Path, out var problem) is null => new($"{path}.path", FindingCodes.Malformed, problem!),
        OutputSource.Status or OutputSource.Body when output.Path.Length > 0 =>
            new($"{path}.path", FindingCodes.NotAllowed, $"The {TypeNames.Of(output.From)} has no path; leave the path empty."),
        _ => null,
    };
}
