using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>One name with one value, or with several that go comma-separated.</summary>
internal sealed record Pair(string Name, IReadOnlyList<MaskedText> Values, FileValue? File);

/// <summary>Rows as names and values, arrays in their style; what a query, a form and a multipart body have in common.</summary>
internal static class Pairs
{
    public static IEnumerable<Pair> Of(ApiDefinition definition, ParamPlace place, RowResolver rows, BuildContext context)
    {
        for (var index = 0; index < definition.Parameters.Count; index++)
        {
            var row = definition.Parameters[index];
            if (!row.Enabled || row.In != place || rows.Resolve(row, context.Plan.ParameterPaths[index]) is not { } value)
            {
                continue;
            }

            if (value.File is not null && definition.Body.Kind != BodyKind.Multipart)
            {
                context.Problem(
                    $"parameters[{index}].type", FindingCodes.NotAllowed,
                    $"The file \"{row.Name}\" can only be sent in a multipart or a JSON body. Choose such a body, or another type.");
            }

            foreach (var pair in Split(row, value))
            {
                yield return pair;
            }
        }
    }

    public static MaskedText Write(Pair pair, Func<string, string> escape) => MaskedText.Concat(
        MaskedText.Plain(escape(pair.Name) + "="), Joined.Comma(pair.Values.Select(value => value.Escape(escape))));

    private static IEnumerable<Pair> Split(Param row, ResolvedValue value)
    {
        var items = value.Items();
        if (value.Type != ParamType.Array || !value.IsResolved)
        {
            return [new Pair(row.Name, items, value.File)];
        }

        return row.Style switch
        {
            _ when items.Count == 0 => [],
            ArrayStyle.Comma => [new Pair(row.Name, items, null)],
            ArrayStyle.Brackets => items.Select(item => new Pair(row.Name + "[]", [item], null)),
            _ => items.Select(item => new Pair(row.Name, [item], null)),
        };
    }
}
