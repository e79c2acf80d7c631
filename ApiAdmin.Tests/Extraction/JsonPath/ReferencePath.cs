using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApiAdmin.Tests.Extraction.JsonPath;

/// <summary>
/// A path and what it finds, made together from one seed: the text for the engine, and functions that follow RFC 9535 word
/// by word without any thought of speed.
/// </summary>
internal sealed class ReferencePath
{
    private const int Deepest = 4;

    private static readonly string[] Names = ["a", "b", "é", "'"];

    private readonly List<Func<JsonNode?, IEnumerable<JsonNode?>>> segments = [];

    private ReferencePath(Random random)
    {
        Text = "$";
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            Add(random);
        }
    }

    public string Text { get; private set; }

    public static ReferencePath Make(Random random) => new(random);

    /// <summary>A document of few names and small numbers, and never a scalar at its top, so that paths meet something.</summary>
    public static JsonNode? Document(Random random, int depth = Deepest) => random.Next(depth == Deepest ? 5 : 0, depth > 0 ? 14 : 5) switch
    {
        0 => JsonValue.Create(random.Next(-2, 3)),
        1 => JsonValue.Create(random.Next(0, 4) / 2.0),
        2 => JsonValue.Create(Names[random.Next(Names.Length)]),
        3 => JsonValue.Create(random.Next(2) == 0),
        4 => null,
        5 or 6 or 7 or 8 => new JsonArray([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Document(random, depth - 1))]),
        _ => new JsonObject(Names.Where(_ => random.Next(3) > 0).Select(name => KeyValuePair.Create(name, Document(random, depth - 1)))),
    };

    public IEnumerable<string> Find(JsonNode? root)
    {
        IEnumerable<JsonNode?> nodes = [root];
        foreach (var segment in segments)
        {
            nodes = nodes.SelectMany(segment).ToList();
        }

        return nodes.Select(node => node?.ToJsonString() ?? "null");
    }

    private void Add(Random random)
    {
        var deep = random.Next(5) == 0;
        var selectors = Enumerable.Range(0, random.Next(6) == 0 ? 2 : 1).Select(_ => Selector(random)).ToList();
        Text += $"{(deep ? ".." : "")}[{string.Join(',', selectors.Select(selector => selector.Text))}]";
        IEnumerable<JsonNode?> Children(JsonNode? node) => selectors.SelectMany(selector => selector.Find(node));
        segments.Add(deep ? node => Descendants(node).SelectMany(Children) : Children);
    }

    private static (string Text, Func<JsonNode?, IEnumerable<JsonNode?>> Find) Selector(Random random)
    {
        var name = Names[random.Next(Names.Length)];
        var quoted = $"'{name.Replace("'", "\\'", StringComparison.Ordinal)}'";
        switch (random.Next(9))
        {
            case 0 or 1:
                return (quoted, node => Member(node, name));
            case 2:
                var index = random.Next(-3, 4);
                return (Number(index), node => Element(node, index));
            case 3 or 4 or 5:
                return ("*", Values);
            case 6:
                return Slice(random);
            case 7:
                return ($"?@[{quoted}]", node => Values(node).Where(child => Member(child, name).Any()));
            default:
                var limit = random.Next(-1, 2);
                return ($"?@[{quoted}]>{Number(limit)}", node => Values(node).Where(child => Member(child, name).Any(value => Greater(value, limit))));
        }
    }

    private static (string Text, Func<JsonNode?, IEnumerable<JsonNode?>> Find) Slice(Random random)
    {
        int? start = random.Next(3) == 0 ? null : random.Next(-4, 5);
        int? end = random.Next(3) == 0 ? null : random.Next(-4, 5);
        var step = random.Next(-2, 4);
        return ($"{Number(start)}:{Number(end)}:{Number(step)}", node => node is JsonArray array ? Sliced(array, start, end, step) : []);
    }

    /// <summary>RFC 9535, section 2.3.4.2.2, as it stands there.</summary>
    private static IEnumerable<JsonNode?> Sliced(JsonArray array, int? start, int? end, int step)
    {
        if (step == 0)
        {
            yield break;
        }

        var length = array.Count;
        int Normal(int i) => i >= 0 ? i : length + i;
        var (from, to) = (Normal(start ?? (step >= 0 ? 0 : length - 1)), end is null && step < 0 ? -1 : Normal(end ?? length));
        if (step > 0)
        {
            var (lower, upper) = (Math.Min(Math.Max(from, 0), length), Math.Min(Math.Max(to, 0), length));
            for (var i = lower; i < upper; i += step)
            {
                yield return array[i];
            }
        }
        else
        {
            var (upper, lower) = (Math.Min(Math.Max(from, -1), length - 1), Math.Min(Math.Max(to, -1), length - 1));
            for (var i = upper; lower < i; i += step)
            {
                yield return array[i];
            }
        }
    }

    private static IEnumerable<JsonNode?> Member(JsonNode? node, string name) =>
        node is JsonObject members && members.TryGetPropertyValue(name, out var value) ? [value] : [];

    private static IEnumerable<JsonNode?> Element(JsonNode? node, int index)
    {
        var at = node is JsonArray array ? index < 0 ? array.Count + index : index : -1;
        return node is JsonArray elements && at >= 0 && at < elements.Count ? [elements[at]] : [];
    }

    private static IEnumerable<JsonNode?> Values(JsonNode? node) => node switch
    {
        JsonArray array => array,
        JsonObject members => members.Select(member => member.Value),
        _ => [],
    };

    private static IEnumerable<JsonNode?> Descendants(JsonNode? node) => Values(node).SelectMany(Descendants).Prepend(node);

    private static bool Greater(JsonNode? value, int limit) => value?.GetValueKind() == JsonValueKind.Number && value.GetValue<JsonElement>().GetDouble() > limit;

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
