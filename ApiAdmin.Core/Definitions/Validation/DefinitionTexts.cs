using System.Collections;
using System.Text.Json;
using ApiAdmin.Core.Definitions.Reading;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>
/// Every text of a definition with its member path, found through the serializer's metadata, so that a member added to a
/// record is covered by itself. A text that cannot be decoded is null.
/// </summary>
internal static class DefinitionTexts
{
    public static IEnumerable<(string Path, string? Text)> Of(ApiDefinition definition) => Walk(definition, "");

    private static IEnumerable<(string Path, string? Text)> Walk(object? value, string path) => value switch
    {
        null => [],
        string text => [(path, text)],
        RawJson json => OfJson(json, path),
        _ when JsonShape.ValueTypeOfMap(value.GetType()) is not null => OfMap((IEnumerable)value, path),
        IEnumerable list => list.Cast<object?>().SelectMany((item, index) => Walk(item, MemberPath.Item(path, index))),
        _ when value.GetType().Namespace == typeof(ApiDefinition).Namespace && !value.GetType().IsEnum => OfMembers(value, path),
        _ => [],
    };

    private static IEnumerable<(string Path, string? Text)> OfMembers(object value, string path) =>
        DefinitionJson.Options.GetTypeInfo(value.GetType()).Properties
            .Where(property => property.Get is not null)
            .SelectMany(property => Walk(property.Get!(value), MemberPath.Member(path, property.Name)));

    private static IEnumerable<(string Path, string? Text)> OfMap(IEnumerable map, string path)
    {
        foreach (var entry in map.Cast<object>())
        {
            var (name, value) = entry is KeyValuePair<string, RawJson?> pair ? (pair.Key, pair.Value) : default;
            yield return (path, name);
            foreach (var inner in Walk(value, MemberPath.Member(path, name)))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<(string Path, string? Text)> OfJson(RawJson json, string path)
    {
        var element = json.ToElement();
        return OfElement(element, path);
    }

    private static IEnumerable<(string Path, string? Text)> OfElement(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.String => [(path, JsonText.Read(element))],
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => OfElement(item, MemberPath.Item(path, index))),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            OfElement(member.Value, path).Prepend((path, JsonText.ReadName(member)))),
        _ => [],
    };
}
