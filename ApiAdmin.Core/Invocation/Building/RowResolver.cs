using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>Finds the value of a row, whatever its source, as text of the row's type.</summary>
internal sealed class RowResolver(BuildContext context)
{
    /// <summary>The row's value; null when the row is optional and nobody gave one: then the param is left out.</summary>
    public ResolvedValue? Resolve(Param row, string path)
    {
        var value = row.Value switch
        {
            CallerValue => context.Input(DeclaredInput.NameOf(row)!, path),
            SystemValue system => Typed(row, path, context.System(system.Name, path) ?? Default(row)),
            SecretValue secret => Typed(row, path, context.Secret(secret.Name, path)),
            ConstantValue constant => Constant(row, path, constant.Value),
            _ => null,
        };
        if (value is null && row.Required)
        {
            context.Problem(path, FindingCodes.Required, $"The param \"{row.Name}\" is required and has no value. Give what it is made of, or set a default.");
            return ResolvedValue.Unresolved(row.Type, $"{{{{{row.Name}}}}}");
        }

        return value?.Hidden(row.Sensitive);
    }

    private static ResolvedValue? Default(Param row) =>
        row.Default is { } standard && standard.TryToPlainText(out var text) ? new(ParamType.String, MaskedText.Plain(text)) : null;

    private ResolvedValue? Constant(Param row, string path, RawJson value)
    {
        if (value.Kind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.Kind != JsonValueKind.String)
        {
            return context.Plan.Constant(row) is { } json
                ? Composed(row, path, json)
                : Checked(row, path, value.ToElement(), TextPartKind.Plain);
        }

        if (context.Plan.Constant(row) is not { } text)
        {
            context.Problem(path, FindingCodes.InvalidCharacter, $"The constant of \"{row.Name}\" holds half of a surrogate pair. Retype it.");
            return ResolvedValue.Unresolved(row.Type, $"{{{{{row.Name}}}}}");
        }

        return Composed(row, path, text);
    }

    private ResolvedValue? Composed(Param row, string path, TemplateText template) =>
        new TemplateComposer(context).Compose(template, path, row.Name) is { } text
            ? Typed(row, path, new ResolvedValue(ParamType.String, text))
            : null;

    /// <summary>The same value as the row's type and with its normalization.</summary>
    private ResolvedValue? Typed(Param row, string path, ResolvedValue? value)
    {
        if (value is null || !value.IsResolved || (row.Type == ParamType.String && row.Normalize == ValueNormalization.None))
        {
            return value is null ? null : value with { Type = row.Type };
        }

        var kind = value.Text.IsSensitive ? TextPartKind.Sensitive : TextPartKind.Plain;
        return Checked(row, path, RawJson.String(value.Text.Reveal()).ToElement(), kind);
    }

    private ResolvedValue Checked(Param row, string path, JsonElement element, TextPartKind kind)
    {
        var text = ValueConverter.Convert(row.Type, row.Format, element, out var problem);
        text = text is null ? null : context.Normalizer.Apply(row.Normalize, text, out problem);
        if (text is not null)
        {
            return new ResolvedValue(row.Type, new MaskedText(new TextPart(text, kind)));
        }

        // What a secret holds must not come to light in the sentence about it.
        var shown = kind == TextPartKind.Sensitive ? $"does not hold a value of the type {row.Type.ToString().ToLowerInvariant()}. Mend the secret or the type." : problem;
        context.Problem(path, FindingCodes.WrongType, $"The param \"{row.Name}\" {shown}");
        return ResolvedValue.Unresolved(row.Type, $"{{{{{row.Name}}}}}");
    }
}
