using System.Text.Json.Serialization;

namespace ApiAdmin.Core.Definitions;

/// <summary>Where a param's value comes from.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "from")]
[JsonDerivedType(typeof(CallerValue), "caller")]
[JsonDerivedType(typeof(ConstantValue), "constant")]
[JsonDerivedType(typeof(SystemValue), "system")]
[JsonDerivedType(typeof(SecretValue), "secret")]
public abstract record ValueSource;

/// <summary>The caller of the definition gives it under <see cref="Input"/>, or under the row's name when that is null.</summary>
public sealed record CallerValue : ValueSource
{
    public string? Input { get; init; }
}

/// <summary>Stands in the definition; a string may hold <c>{{name}}</c>, <c>{{secrets.x}}</c> and <c>{{system.x}}</c>.</summary>
public sealed record ConstantValue : ValueSource
{
    public required RawJson Value { get; init; }
}

/// <summary>A system variable such as <c>now</c> or <c>call.from</c>; see <see cref="SystemVariables"/>.</summary>
public sealed record SystemValue : ValueSource
{
    public required string Name { get; init; }
}

/// <summary>A secret by its name.</summary>
public sealed record SecretValue : ValueSource
{
    public required string Name { get; init; }
}
