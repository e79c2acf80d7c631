using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Templates;
using ApiAdmin.Core.Interchange.Curl;

namespace ApiAdmin.Core.Interchange.Samples;

/// <summary>A request body as it was pasted: rows where rows say the same, else its text.</summary>
public sealed record BodySample(RequestBody Body, ValueList<RequestParam> Rows)
{
    public static BodySample Read(string text)
    {
        if (JsonBodyRows.Read(text) is { } rows)
        {
            return new BodySample(new RequestBody { Kind = BodyKind.Json }, rows);
        }

        var trimmed = text.Trim();
        if (trimmed[0] is '{' or '[' && TemplateText.Parse(text, TemplateLanguage.Json).IsValid)
        {
            return new BodySample(new RequestBody { Kind = BodyKind.JsonTemplate, Template = text }, []);
        }

        if (trimmed[0] == '<' && TemplateText.Parse(text, TemplateLanguage.Xml).IsValid)
        {
            return new BodySample(new RequestBody { Kind = BodyKind.Xml, Template = text }, []);
        }

        var pairs = trimmed.Split('&');
        return pairs.All(PairRows.IsPair) && !trimmed.Any(char.IsWhiteSpace)
            ? new BodySample(new RequestBody { Kind = BodyKind.Form }, [.. PairRows.Of(pairs.Select(pair => (pair, (string?)null)), ParamPlace.Body)])
            : new BodySample(new RequestBody { Kind = BodyKind.Text, Template = text }, []);
    }

    /// <summary>The same with each value asked for on every call; what was pasted becomes the example.</summary>
    public BodySample AsInputs() => this with
    {
        Rows = [.. Rows.Select(row => row.Value is ConstantValue constant ? row with { Value = new CallerValue(), Required = true, Example = constant.Value } : row)],
    };
}
