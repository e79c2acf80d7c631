using System.Text.Json;
using System.Text.Json.Nodes;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Conflicts;

/// <summary>
/// A definition as the places that can be chosen one by one. It goes by the portable JSON, so that no member can be
/// forgotten: not one that a later version of the definition adds either.
/// </summary>
public sealed class DefinitionParts
{
    // Which way of signing in it is decides which members there are, so it is chosen as one.
    private const string Auth = "auth";
    private static readonly string[] Nested = ["notFound"];

    private readonly OrderedDictionary<ConflictPlace, JsonNode?> places = [];

    public DefinitionParts(ApiDefinition definition)
    {
        foreach (var (member, value) in JsonSerializer.SerializeToNode(definition, DefinitionJson.Options)!.AsObject())
        {
            Take(member, value);
        }
    }

    public IEnumerable<ConflictPlace> Places => places.Keys;

    public JsonNode? this[ConflictPlace place] => places.GetValueOrDefault(place);

    public void Set(ConflictPlace place, JsonNode? value)
    {
        if (value is null && place.Row is not null)
        {
            places.Remove(place);
        }
        else
        {
            places[place] = value?.DeepClone();
        }
    }

    /// <summary>A grid's rows in their order.</summary>
    public IReadOnlyList<ConflictPlace> Rows(string member) => [.. places.Keys.Where(place => place.Member == member && place.Row is not null)];

    /// <summary>Puts a grid's rows into an order that names all of them.</summary>
    public void Arrange(IEnumerable<ConflictPlace> order)
    {
        foreach (var row in order)
        {
            if (places.Remove(row, out var value))
            {
                places.Add(row, value);
            }
        }
    }

    public ApiDefinition ToDefinition()
    {
        var whole = new JsonObject();
        foreach (var (place, value) in places)
        {
            Put(whole, place, value?.DeepClone());
        }

        return JsonSerializer.Deserialize<ApiDefinition>(whole.ToJsonString(DefinitionJson.Options), DefinitionJson.Options)!;
    }

    private static void Put(JsonObject whole, ConflictPlace place, JsonNode? value)
    {
        if (place.Row is not null)
        {
            Member(whole, place.Member, () => new JsonArray()).Add(value);
        }
        else if (place.Part is { } part)
        {
            var names = part.Split('.');
            var holder = names[..^1].Prepend(place.Member).Aggregate(whole, (inner, name) => Member(inner, name, () => new JsonObject()));
            holder[names[^1]] = value;
        }
        else
        {
            whole[place.Member] = value;
        }
    }

    private static T Member<T>(JsonObject holder, string name, Func<T> make)
        where T : JsonNode
    {
        if (holder[name] is not T member)
        {
            holder[name] = member = make();
        }

        return member;
    }

    private void Take(string member, JsonNode? value)
    {
        switch (value)
        {
            case JsonArray rows:
                TakeRows(member, rows);
                break;
            case JsonObject parts when member != Auth:
                TakeParts(member, "", parts);
                break;
            default:
                places.Add(new ConflictPlace(member), value);
                break;
        }
    }

    private void TakeRows(string member, JsonArray rows)
    {
        foreach (var row in rows)
        {
            var place = new ConflictPlace(member, Row: (string?)row!["name"] ?? "");
            while (places.ContainsKey(place))
            {
                place = place with { Occurrence = place.Occurrence + 1 };
            }

            places.Add(place, row);
        }
    }

    private void TakeParts(string member, string prefix, JsonObject parts)
    {
        foreach (var (name, value) in parts)
        {
            if (Nested.Contains(name) && value is JsonObject nested)
            {
                TakeParts(member, $"{prefix}{name}.", nested);
            }
            else
            {
                places.Add(new ConflictPlace(member, prefix + name), value);
            }
        }
    }
}
