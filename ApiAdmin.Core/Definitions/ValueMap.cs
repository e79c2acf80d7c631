using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiAdmin.Core.Definitions;

/// <summary>An immutable map by name (ordinal, in the order given) that is equal to another with equal entries in that order.</summary>
[JsonConverter(typeof(ValueMapConverterFactory))]
public sealed class ValueMap<T> : IReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>
{
    private readonly OrderedDictionary<string, T> entries;

    public ValueMap(IEnumerable<KeyValuePair<string, T>> entries) =>
        this.entries = new OrderedDictionary<string, T>(entries, StringComparer.Ordinal);

    private ValueMap(OrderedDictionary<string, T> entries) => this.entries = entries;

    public static ValueMap<T> Empty { get; } = new(new OrderedDictionary<string, T>(StringComparer.Ordinal));

    public int Count => entries.Count;

    public IEnumerable<string> Keys => entries.Keys;

    public IEnumerable<T> Values => entries.Values;

    public T this[string key] => entries[key];

    /// <summary>Takes the entries over without copying them; who made them must not touch them again, and compares names ordinally.</summary>
    internal static ValueMap<T> Owning(OrderedDictionary<string, T> entries) => new(entries);

    public bool ContainsKey(string key) => entries.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => entries.TryGetValue(key, out value);

    public bool Equals(ValueMap<T>? other) =>
        other is not null && (ReferenceEquals(this, other) || entries.SequenceEqual(other.entries));

    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in entries)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal sealed class ValueMapConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueMap<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(ValueMapConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class ValueMapConverter<T> : JsonConverter<ValueMap<T>>
    {
        public override ValueMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<OrderedDictionary<string, T>>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, ValueMap<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, item) in value)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, item, options);
            }

            writer.WriteEndObject();
        }
    }
}
