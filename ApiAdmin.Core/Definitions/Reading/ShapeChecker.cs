using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>
/// Walks a parsed document beside the serializer's metadata of the type it is meant for and lists every difference:
/// unknown, missing and duplicate members, wrong kinds, unknown names of enums and of polymorphic kinds.
/// </summary>
internal sealed class ShapeChecker(JsonSerializerOptions options, FindingList findings)
{
    public void Check(JsonElement element, Type type, string path, bool nullable)
    {
        if (findings.IsFull)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Null && type != typeof(JsonElement))
        {
            if (!nullable)
            {
                var wanted = JsonShape.Describe(type, options);
                findings.Add(path, FindingCodes.WrongType, $"{Where(path)} is null; give {wanted}, or leave the member out.");
            }

            return;
        }

        CheckValue(element, Nullable.GetUnderlyingType(type) ?? type, path);
    }

    private void CheckValue(JsonElement element, Type type, string path)
    {
        if (JsonShape.IsAny(type))
        {
            AnyValue.Check(element, path, findings);
        }
        else if (JsonShape.ValueTypeOfMap(type) is { } valueType)
        {
            CheckMap(element, type, valueType, path);
        }
        else if (JsonShape.ItemTypeOfList(type) is { } itemType)
        {
            CheckList(element, type, itemType, path);
        }
        else if (options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } shape)
        {
            CheckObject(element, shape, path);
        }
        else
        {
            ScalarShape.Check(element, type, options, path, findings);
        }
    }

    private void CheckList(JsonElement element, Type type, Type itemType, string path)
    {
        if (!IsKind(element, JsonValueKind.Array, type, path))
        {
            return;
        }

        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            Check(item, itemType, MemberPath.Item(path, index++), nullable: JsonShape.MayBeNull(itemType));
        }
    }

    private void CheckMap(JsonElement element, Type type, Type valueType, string path)
    {
        if (!IsKind(element, JsonValueKind.Object, type, path))
        {
            return;
        }

        foreach (var (name, value) in MemberNames.Of(element, path, findings))
        {
            Check(value, valueType, MemberPath.Member(path, name), nullable: JsonShape.MayBeNull(valueType));
        }
    }

    private void CheckObject(JsonElement element, JsonTypeInfo declared, string path)
    {
        if (!IsKind(element, JsonValueKind.Object, declared.Type, path))
        {
            return;
        }

        var members = MemberNames.Of(element, path, findings);
        if (SchemaName.IsOther(declared.Type, members, path, findings)
            || PolymorphicShape.Resolve(declared, members, path, findings, options) is not { } shape)
        {
            return;
        }

        var discriminator = declared.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        foreach (var (name, value) in members.Where(member => member.Key != discriminator))
        {
            CheckMember(shape, name, value, path);
        }

        foreach (var missing in shape.Properties.Where(property => property.IsRequired && !members.ContainsKey(property.Name)))
        {
            var wanted = JsonShape.Describe(missing.PropertyType, options);
            findings.Add(MemberPath.Member(path, missing.Name), FindingCodes.Required, $"\"{missing.Name}\" is missing; give {wanted}.");
        }
    }

    private void CheckMember(JsonTypeInfo shape, string name, JsonElement value, string path)
    {
        var memberPath = MemberPath.Member(path, name);
        if (shape.Properties.FirstOrDefault(property => property.Name == name) is { } property)
        {
            Check(value, property.PropertyType, memberPath, property.IsSetNullable);
            return;
        }

        var known = shape.Properties.Select(property => property.Name).ToList();
        var cure = Nearest.To(name, known) is { } near ? $"Did you mean \"{near}\"?" : $"Known here: {Quoted.List(known, 30)}.";
        findings.Add(memberPath, FindingCodes.UnknownMember, $"There is no member {Quoted.Text(name)} here. {cure}");
    }

    private bool IsKind(JsonElement element, JsonValueKind kind, Type type, string path)
    {
        if (element.ValueKind == kind)
        {
            return true;
        }

        findings.Add(path, FindingCodes.WrongType, $"{Where(path)} is {JsonShape.Describe(element)}; give {JsonShape.Describe(type, options)}.");
        return false;
    }

    private static string Where(string path) => path.Length == 0 ? "The document" : $"\"{path}\"";
}
