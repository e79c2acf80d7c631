using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>Finds which derived record an object says it is, by its discriminator (<c>kind</c>, <c>from</c>).</summary>
internal static class PolymorphicShape
{
    /// <returns>The shape to check the members against; null when the discriminator is missing or unknown, and a finding says so.</returns>
    public static JsonTypeInfo? Resolve(
        JsonTypeInfo declared, IReadOnlyDictionary<string, JsonElement> members, string path, FindingList findings,
        JsonSerializerOptions options)
    {
        if (declared.PolymorphismOptions is not { } polymorphism)
        {
            return declared;
        }

        var discriminator = polymorphism.TypeDiscriminatorPropertyName;
        var allowed = polymorphism.DerivedTypes.Select(derived => (string)derived.TypeDiscriminator!).ToList();
        var memberPath = MemberPath.Member(path, discriminator);
        if (!members.TryGetValue(discriminator, out var given))
        {
            findings.Add(memberPath, FindingCodes.Required, $"\"{discriminator}\" is missing; give one of: {Quoted.List(allowed)}.");
            return null;
        }

        if (given.ValueKind != JsonValueKind.String || JsonText.Read(given) is not { } name)
        {
            findings.Add(memberPath, FindingCodes.WrongType, $"\"{memberPath}\" is {JsonShape.Describe(given)}; give one of: {Quoted.List(allowed)}.");
            return null;
        }

        if (polymorphism.DerivedTypes.FirstOrDefault(derived => (string)derived.TypeDiscriminator! == name).DerivedType is { } type)
        {
            return options.GetTypeInfo(type);
        }

        findings.Add(memberPath, FindingCodes.UnknownValue, ScalarShape.UnknownName(memberPath, name, allowed));
        return null;
    }
}
