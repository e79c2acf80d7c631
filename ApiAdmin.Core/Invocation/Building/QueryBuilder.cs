using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>The query: what stands in the URL, then the rows in order, then the key of the authentication.</summary>
internal sealed class QueryBuilder(BuildContext context, RowResolver rows)
{
    public MaskedText Build(BuildPlan plan)
    {
        var definition = plan.Definition;
        if (plan.Query is null && definition.Parameters.Count == 0 && definition.Auth is not ApiKeyAuth)
        {
            return MaskedText.Empty;
        }

        var pairs = new List<MaskedText>();
        if (plan.Query is { } literal)
        {
            pairs.Add(literal);
        }

        foreach (var pair in Pairs.Of(definition, ParamPlace.Query, rows, context))
        {
            pairs.Add(Pairs.Write(pair, Escapes.Uri));
        }

        if (definition.Auth is ApiKeyAuth { In: ApiKeyPlace.Query } key)
        {
            var secret = context.Secret(key.Secret, "auth.secret").Text;
            pairs.Add(MaskedText.Concat(MaskedText.Plain(Escapes.Uri(key.Name) + "="), secret.Escape(Escapes.Uri)));
        }

        return pairs.Count == 0 ? MaskedText.Empty : MaskedText.Concat(MaskedText.Plain("?"), Joined.With("&", pairs));
    }
}
