using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Enum members as the definition's JSON spells them, for messages.</summary>
internal static class TypeNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
