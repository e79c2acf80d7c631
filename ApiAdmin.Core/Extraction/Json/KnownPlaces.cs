using System.Text.Json;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>The values of a body's beginning with their paths, as far as it can be read.</summary>
internal static class KnownPlaces
{
    private const int MostPlaces = 2_000;

    public static List<KnownPlace> In(ReadOnlySpan<byte> utf8, bool isWhole)
    {
        var places = new List<KnownPlace>();
        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var reader = new Utf8JsonReader(utf8, isWhole, new JsonReaderState(new JsonReaderOptions { MaxDepth = JsonWalker.DeepestJson }));
        try
        {
            Read(ref reader, places);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // As far as it could be read is all that is wanted.
        }

        return places;
    }

    private static void Read(ref Utf8JsonReader reader, List<KnownPlace> places)
    {
        var containers = new Stack<KnownPlace>();
        var name = "";
        while (places.Count < MostPlaces && reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    containers.Pop();
                    break;
                default:
                    var place = new KnownPlace(Below(containers, name), reader.TokenType);
                    places.Add(place);
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        containers.Push(place);
                    }

                    break;
            }
        }
    }

    private static SimplePath Below(Stack<KnownPlace> containers, string name)
    {
        if (!containers.TryPeek(out var parent))
        {
            return SimplePath.Root;
        }

        if (parent.Kind == JsonTokenType.StartArray)
        {
            return Child(parent.Steps, new IndexStep(parent.Elements++));
        }

        parent.Members.Add(name);
        return Child(parent.Steps, new NameStep(name));
    }

    private static SimplePath Child(SimplePath parent, PathStep step) => new([.. parent.Steps, step]);
}
