using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Templates;
using ApiAdmin.Core.Interchange.Samples;
using MediaType = ApiAdmin.Core.Definitions.Validation.MediaType;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>The body of a definition with the rows it is made of.</summary>
internal sealed record MadeBody(RequestBody Body, ValueList<RequestParam> Parameters)
{
    /// <summary>A content type that only a header row can carry.</summary>
    public ValueList<HeaderParam> Headers { get; init; } = [];

    public static MadeBody None { get; } = new(new RequestBody(), []);
}

/// <summary>Chooses the kind of body that says what the command sends, rows where rows can, else its text exactly.</summary>
internal sealed class CurlBody(CurlFiles files, List<CurlNote> notes)
{
    private const string FormType = "application/x-www-form-urlencoded";

    public MadeBody Make(CurlCommand command, CurlHeaders headers)
    {
        var type = headers.ContentType;
        if (command.Form.Count > 0)
        {
            return Multipart(command.Form, type);
        }

        if (!command.DataInQuery && command.Data.Count > 0)
        {
            return OfData(command.Data, type ?? FormType);
        }

        if (command.Upload is { } upload)
        {
            return Text([new DataPart("", upload)], type ?? "application/octet-stream");
        }

        if (type is not null)
        {
            notes.Add(new CurlNote("Content-Type", "The command has a content type and no body, so the type was left out. Choose a kind of body if there is one."));
        }

        return MadeBody.None;
    }

    private MadeBody OfData(List<DataPart> parts, string type)
    {
        var media = type.Split(';')[0].Trim().ToLowerInvariant();
        if (parts.Exists(part => part.File is not null))
        {
            return Text(parts, type);
        }

        var text = Joined(parts, part => part.Text);
        if (media == FormType)
        {
            return Form(text, type);
        }

        if (media == "application/json" || media.EndsWith("+json", StringComparison.Ordinal))
        {
            return Json(text, type);
        }

        var isXml = media is "text/xml" or "application/xml" || media.EndsWith("+xml", StringComparison.Ordinal);
        return isXml && TemplateText.Parse(text, TemplateLanguage.Xml).IsValid && text.Trim().Length > 0
            ? Typed(new RequestBody { Kind = BodyKind.Xml, Template = text }, type)
            : Text(parts, type);
    }

    private MadeBody Form(string text, string type)
    {
        var pairs = text.Length == 0 ? [] : text.Split('&');
        if (!pairs.All(PairRows.IsPair))
        {
            if (text.TrimStart() is ['{' or '[', ..])
            {
                notes.Add(new CurlNote("--data", "The body looks like JSON, but curl sends it as a form unless told otherwise, and so does this API. Set the content type to application/json if JSON is meant."));
            }

            return Text([new DataPart(text)], type);
        }

        var rows = PairRows.Of(pairs.Select(pair => (pair, (string?)null)), ParamPlace.Body);
        return Typed(new RequestBody { Kind = BodyKind.Form }, type, FormType) with { Parameters = [.. rows] };
    }

    private MadeBody Json(string text, string type)
    {
        if (JsonBodyRows.Read(text) is { } rows)
        {
            return Typed(new RequestBody { Kind = BodyKind.Json }, type, "application/json") with { Parameters = rows };
        }

        return TemplateText.Parse(text, TemplateLanguage.Json).IsValid && text.Trim().Length > 0
            ? Typed(new RequestBody { Kind = BodyKind.JsonTemplate, Template = text }, type, "application/json")
            : Text([new DataPart(text)], type);
    }

    private MadeBody Multipart(List<FormPart> parts, string? type)
    {
        var rows = parts.GroupBy(part => part.Name, StringComparer.Ordinal).SelectMany(Parts);
        var media = (type ?? "multipart/form-data").Split(';')[0].Trim();
        return Typed(new RequestBody { Kind = BodyKind.Multipart }, media, "multipart/form-data") with { Parameters = [.. rows] };
    }

    private IEnumerable<RequestParam> Parts(IGrouping<string, FormPart> parts)
    {
        if (parts.All(part => part is { File: null, TextFile: null }))
        {
            return PairRows.Of(parts.Select(part => ($"{Uri.EscapeDataString(part.Name)}={Uri.EscapeDataString(part.Value)}", (string?)null)), ParamPlace.Body);
        }

        return parts.Select(part => part switch
        {
            { File: { } file } => FileRow(part.Name, file, ParamType.File),
            { TextFile: { } file } => FileRow(part.Name, file, ParamType.String),
            _ => PairRows.Row(part.Name, part.Value, ParamPlace.Body),
        });
    }

    private RequestParam FileRow(string name, string file, ParamType type)
    {
        var input = files.Input(file);
        return new RequestParam { Name = name, In = ParamPlace.Body, Type = type, Required = true, Value = new CallerValue { Input = input == name ? null : input } };
    }

    /// <summary>The text as it is, each file in it an input of its own.</summary>
    private MadeBody Text(List<DataPart> parts, string type)
    {
        var template = Joined(parts, part => part.File is null ? part.Text : $"{part.Prefix}{{{{{files.Input(part.File)}}}}}");
        var rows = files.All.Where(file => parts.Exists(part => part.File == file.Path))
            .Select(file => new RequestParam { Name = file.Input, In = ParamPlace.Body, Required = true });
        return Typed(new RequestBody { Kind = BodyKind.Text, Template = template }, type) with { Parameters = [.. rows] };
    }

    private static MadeBody Typed(RequestBody body, string type, string own = "") => type switch
    {
        _ when type.Equals(own, StringComparison.OrdinalIgnoreCase) => new(body, []),
        _ when MediaType.IsWellFormed(type) => new(body with { ContentType = type }, []),
        _ => new(body, []) { Headers = [new HeaderParam { Name = "Content-Type", Value = new ConstantValue { Value = RawJson.String(type) } }] },
    };

    private static string Joined(List<DataPart> parts, Func<DataPart, string> text) =>
        string.Concat(parts.Select((part, index) => (index > 0 && !part.Joined ? "&" : "") + text(part)));
}
