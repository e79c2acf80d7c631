using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>A body with the media type it is sent as.</summary>
internal sealed record BuiltContent(BuiltBody Body, string ContentType, string? Boundary = null);

/// <summary>Makes the body of each kind.</summary>
internal sealed class BodyBuilder(BuildContext context, RowResolver rows)
{
    public BuiltContent? Build(BuildPlan plan) => plan.Definition.Body.Kind == BodyKind.None ? null : Build(plan.Definition, plan.Body);

    private BuiltContent? Build(ApiDefinition definition, TemplateText? template) => definition.Body.Kind switch
    {
        BodyKind.Json => Text(JsonBody.Build(definition, rows, context), definition, "application/json"),
        BodyKind.JsonTemplate => Text(Composed(template), definition, "application/json"),
        BodyKind.Form => Text(Form(definition), definition, "application/x-www-form-urlencoded"),
        BodyKind.Multipart => MultipartBody.Build(definition, Pairs.Of(definition, ParamPlace.Body, rows, context), context),
        BodyKind.Text => Text(Composed(template), definition, "text/plain; charset=utf-8"),
        BodyKind.Xml => Text(Composed(template), definition, "application/xml; charset=utf-8"),
        _ => null,
    };

    /// <summary>The body's template in the language of its kind; null when it has none.</summary>
    public static TemplateText? Template(RequestBody body) => body.Kind switch
    {
        BodyKind.JsonTemplate => TemplateText.Parse(body.Template ?? "", TemplateLanguage.Json),
        BodyKind.Xml => TemplateText.Parse(body.Template ?? "", TemplateLanguage.Xml),
        BodyKind.Text => TemplateText.Parse(body.Template ?? ""),
        _ => null,
    };

    private static BuiltContent Text(MaskedText text, ApiDefinition definition, string mediaType) =>
        new(new BuiltBody { Parts = [new TextBodyPart(text)] }, definition.Body.ContentType ?? mediaType);

    private MaskedText Composed(TemplateText? template) => new TemplateComposer(context).ComposeBody(template!);

    private MaskedText Form(ApiDefinition definition) => Joined.With(
        "&", Pairs.Of(definition, ParamPlace.Body, rows, context).Select(pair => Pairs.Write(pair, Escapes.Form)));
}
