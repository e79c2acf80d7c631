using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>What a .NET type looks like as JSON, and how to say it in a sentence.</summary>
internal static class JsonShape
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> EnumNames = new();

    /// <summary>May hold any JSON value.</summary>
    public static bool IsAny(Type type) =>
        type == typeof(RawJson) || type == typeof(JsonElement) || type == typeof(JsonNode) || type == typeof(object);

    public static bool MayBeNull(Type type) => IsAny(type) || Nullable.GetUnderlyingType(type) is not null;

    public static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(double);

    public static Type? ValueTypeOfMap(Type type) =>
        ArgumentsOf(type, typeof(IReadOnlyDictionary<,>)) is [var key, var value] && key == typeof(string) ? value : null;

    public static Type? ItemTypeOfList(Type type) =>
        type == typeof(string) || type == typeof(byte[]) ? null : ArgumentsOf(type, typeof(IEnumerable<>)) is [var item] ? item : null;

    /// <summary>The names an enum has in JSON, in the order of its members.</summary>
    public static IReadOnlyList<string> NamesOf(Type type, JsonSerializerOptions options) =>
        EnumNames.GetOrAdd(
            type,
            static (enumType, options) =>
                [.. Enum.GetValues(enumType).Cast<object>().Select(value => JsonSerializer.Serialize(value, enumType, options).Trim('"'))],
            options);

    public static string Describe(Type type, JsonSerializerOptions options)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when IsAny(type) => "a JSON value",
            { IsEnum: true } => $"one of: {Quoted.List(NamesOf(type, options), 30)}",
            _ when type == typeof(string) => "text in quotes",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) || type == typeof(long) => "a whole number without fraction or exponent",
            _ when type == typeof(double) => "a number",
            _ when type == typeof(DateTimeOffset) => "a time such as \"2026-01-31T12:00:00Z\"",
            _ when type == typeof(byte[]) => "text in base64",
            _ when ValueTypeOfMap(type) is not null => "an object {…}",
            _ when ItemTypeOfList(type) is not null => "a list […]",
            _ => "an object {…}",
        };
    }

    /// <summary>What stands there, for "is …".</summary>
    public static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => $"the text {Quoted.Text(JsonText.Read(element) ?? element.GetRawText())}",
        JsonValueKind.Number => $"the number {Shortened(element.GetRawText())}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };

    private static string Shortened(string number) => number.Length <= 40 ? number : number[..40] + "…";

    private static Type[]? ArgumentsOf(Type type, Type generic) =>
        type.GetInterfaces().Append(type)
            .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == generic)
            ?.GetGenericArguments();
}
