using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>The condition of a filter (RFC 9535, section 2.3.5).</summary>
internal abstract record Condition;

internal sealed record AnyOf(ValueList<Condition> Conditions) : Condition;

internal sealed record AllOf(ValueList<Condition> Conditions) : Condition;

internal sealed record Not(Condition Condition) : Condition;

/// <summary>The query matches something.</summary>
internal sealed record Exists(SubQuery Query) : Condition;

internal sealed record Comparison(Operand Left, ComparisonKind Kind, Operand Right) : Condition;

/// <summary>match() or search().</summary>
internal sealed record PatternTest(Operand Text, Operand Pattern, bool IsWhole) : Condition
{
    /// <summary>The pattern when it is written in the path; null when it comes from the document or is no I-Regexp.</summary>
    public IRegexp? Compiled { get; } = Pattern is Literal { Value.LiteralText: { } text } ? IRegexp.Create(text, IsWhole) : null;
}

internal enum ComparisonKind { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }

/// <summary>One side of a comparison, or a function's argument.</summary>
internal abstract record Operand;

internal sealed record Literal(FilterValue Value) : Operand;

internal sealed record QueryOperand(SubQuery Query) : Operand;

/// <summary>length(), count() or value(), whose result is a value.</summary>
internal sealed record FunctionOperand(ValueFunction Function, Operand Argument) : Operand;

/// <summary>match() or search() where an operand could stand; it can only be tested.</summary>
internal sealed record PatternOperand(PatternTest Test) : Operand;

internal enum ValueFunction { Length, Count, Value }

/// <summary>A query in a filter: from the value that is tested (<c>@</c>) or from the root (<c>$</c>).</summary>
internal sealed record SubQuery(bool FromRoot, ValueList<PathSegment> Segments)
{
    public bool IsSingular { get; } = Segments.All(s => s.IsSingular);
}
