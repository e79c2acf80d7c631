using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>A JSON object from the body params: dots in a name nest, values keep type and digits.</summary>
internal static class JsonBody
{
    public static MaskedText Build(ApiDefinition definition, RowResolver rows, BuildContext context)
    {
        var root = new Node();
        for (var index = 0; index < definition.Parameters.Count; index++)
        {
            var row = definition.Parameters[index];
            var path = context.Plan.ParameterPaths[index];
            if (row.Enabled && row.In == ParamPlace.Body && rows.Resolve(row, path) is { } value && !Place(root, row.Name, value))
            {
                context.Problem($"{path}.name", FindingCodes.Duplicate, $"The body param \"{row.Name}\" takes a place that another one has already. Rename one of them.");
            }
        }

        var parts = new List<MaskedText>();
        Write(root, parts);
        return MaskedText.Concat(parts);
    }

    private static bool Place(Node root, string name, ResolvedValue value)
    {
        var names = name.Split('.');
        var node = root;
        foreach (var step in names.AsSpan(0, names.Length - 1))
        {
            if (!node.Members.TryGetValue(step, out var next))
            {
                node.Members[step] = next = new Node();
            }

            if (next.Value is not null)
            {
                return false;
            }

            node = next;
        }

        return node.Members.TryAdd(names[^1], new Node { Value = value.ToJson() });
    }

    private static void Write(Node node, List<MaskedText> parts)
    {
        if (node.Value is { } value)
        {
            parts.Add(value);
            return;
        }

        var separator = "{";
        foreach (var (name, member) in node.Members)
        {
            parts.Add(MaskedText.Plain($"{separator}\"{Escapes.Json(name)}\":"));
            Write(member, parts);
            separator = ",";
        }

        parts.Add(MaskedText.Plain(node.Members.Count == 0 ? "{}" : "}"));
    }

    private sealed class Node
    {
        public MaskedText? Value { get; init; }

        public OrderedDictionary<string, Node> Members { get; } = new(StringComparer.Ordinal);
    }
}
