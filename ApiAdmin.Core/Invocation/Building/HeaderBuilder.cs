using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>Every header of the request in the order .NET writes them over HTTP/1.1: Host, request headers, content headers.</summary>
internal sealed class HeaderBuilder(BuildContext context, RowResolver rows)
{
    private readonly List<BuiltHeader> request = new(8);
    private readonly List<BuiltHeader> content = [];

    public ValueList<BuiltHeader> Build(BuildPlan plan, Origin origin, BuiltContent? body)
    {
        var definition = plan.Definition;
        var own = Rows(definition);
        request.Add(origin.HostHeader);
        foreach (var standard in DefaultHeaders.Of(definition))
        {
            if (!Has(own, standard.Name))
            {
                request.Add(standard);
            }
        }

        if (AuthHeader.Of(definition.Auth, context) is { } auth && !Has(own, auth.Name))
        {
            Checked(auth.Name, auth.Value, "auth.secret");
        }

        foreach (var header in own)
        {
            Add(header);
        }

        AddContent(definition, body);
        request.AddRange(content);
        return new ValueList<BuiltHeader>(request.ToArray());
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static bool Has(List<BuiltHeader> headers, string name)
    {
        foreach (var header in headers)
        {
            if (Same(header.Name, name))
            {
                return true;
            }
        }

        return false;
    }

    private List<BuiltHeader> Rows(ApiDefinition definition)
    {
        var own = new List<BuiltHeader>();
        for (var index = 0; index < definition.Headers.Count; index++)
        {
            var row = definition.Headers[index];
            if (row.Enabled && rows.Resolve(row, context.Plan.HeaderPaths[index]) is { } value && !(value.Type == ParamType.Array && value.Items().Count == 0))
            {
                var text = value.Type == ParamType.Array && value.IsResolved ? Joined.With(", ", value.Items()) : value.Text;
                var path = RowPath.Of(row, context.Plan.HeaderPaths[index] + ".value");
                if (Same(row.Name, "Cookie"))
                {
                    CheckCookie(row, text, path);
                }

                if (Valid(row.Name, text, path))
                {
                    own.Add(new BuiltHeader(WireHeaders.NameOf(row.Name), text));
                }
            }
        }

        return own;
    }

    private bool Valid(string name, MaskedText value, string path)
    {
        if (WireHeaders.Problem(name) is { } wrongName)
        {
            context.Problem(path, FindingCodes.NotAllowed, wrongName);
            return false;
        }

        if (value.IsResolved && TextRules.Header(value.Reveal()) is { } wrong)
        {
            context.Problem(path, FindingCodes.InvalidCharacter, $"The value of the header \"{name}\" {wrong}");
        }

        return true;
    }

    /// <summary>In a template for cookies a semicolon of a value would begin another cookie; there is no escape for it.</summary>
    private void CheckCookie(Param row, MaskedText text, string path)
    {
        var literals = row.Value is ConstantValue { Value: var constant } && constant.TryToPlainText(out var template)
            ? string.Concat(TemplateText.Parse(template).Parts.OfType<TemplateLiteral>().Select(l => l.Text))
            : text.Reveal();
        if (text.Reveal().Count(c => c == ';') > literals.Count(c => c == ';'))
        {
            context.Problem(path, FindingCodes.InvalidCharacter, "A value in the header \"Cookie\" holds a semicolon, which would begin another cookie. Give a value without it.");
        }
    }

    private void Checked(string name, MaskedText value, string path)
    {
        if (Valid(name, value, path))
        {
            Add(new BuiltHeader(WireHeaders.NameOf(name), value));
        }
    }

    private void Add(BuiltHeader header) => (WireHeaders.IsOfContent(header.Name) ? content : request).Add(header);

    private void AddContent(ApiDefinition definition, BuiltContent? body)
    {
        var index = content.FindIndex(h => Same(h.Name, "Content-Type"));
        if (body is { Boundary: { } boundary } && index >= 0 && !content[index].Value.Reveal().Contains("boundary=", StringComparison.OrdinalIgnoreCase))
        {
            content[index] = content[index] with { Value = MaskedText.Concat(content[index].Value, MaskedText.Plain($"; boundary={boundary}")) };
        }

        if (body is not null && index < 0)
        {
            Checked("Content-Type", MaskedText.Plain(body.ContentType), "body.contentType");
        }

        if (body is not null || content.Count > 0 || definition.Method is "POST" or "PUT" or "PATCH")
        {
            var length = body is null ? "0" : body.Body.IsResolved ? $"{body.Body.ToBytes().LongLength}" : "…";
            content.Add(new BuiltHeader("Content-Length", MaskedText.Plain(length), IsDefault: true));
        }
    }
}
