using System.Text.Json;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>Whether a filter's condition holds for a value (RFC 9535, sections 2.3.5 and 2.4).</summary>
internal sealed class FilterTests
{
    /// <summary>Making an automaton costs about as much as looking at so many values.</summary>
    private const int CostOfPattern = 1_000;

    private const int CharactersPerNode = 256;

    private (string Text, bool IsWhole, IRegexp? Compiled)? lastPattern;

    public bool Holds(Condition condition, JsonElement at, Evaluation run)
    {
        if (!run.Spend())
        {
            return false;
        }

        return condition switch
        {
            AllOf all => all.Conditions.All(one => Holds(one, at, run)),
            AnyOf any => any.Conditions.Any(one => Holds(one, at, run)),
            Not not => !Holds(not.Condition, at, run),
            Exists exists => Exists(exists.Query, at, run),
            Comparison comparison => Compare(comparison, at, run),
            PatternTest pattern => Matches(pattern, at, run),
            _ => false,
        };
    }

    private static bool Exists(SubQuery query, JsonElement at, Evaluation run) => query.IsSingular
        ? run.Single(query.Segments, query.FromRoot ? run.Root : at) is not null
        : Nodes(query, at, run).Count > 0;

    private static List<JsonPathMatch> Nodes(SubQuery query, JsonElement at, Evaluation run) =>
        run.Run(query.Segments, query.FromRoot ? run.Root : at, query.Segments.Count);

    private static bool Compare(Comparison comparison, JsonElement at, Evaluation run)
    {
        var (left, right) = (Value(comparison.Left, at, run), Value(comparison.Right, at, run));
        if (!run.Spend((left.Size + right.Size) / CharactersPerNode))
        {
            return false;
        }

        return comparison.Kind switch
        {
            ComparisonKind.Equal => FilterValue.AreEqual(left, right),
            ComparisonKind.NotEqual => !FilterValue.AreEqual(left, right),
            ComparisonKind.Less => FilterValue.IsLess(left, right),
            ComparisonKind.Greater => FilterValue.IsLess(right, left),
            ComparisonKind.LessOrEqual => FilterValue.IsLess(left, right) || FilterValue.AreEqual(left, right),
            _ => FilterValue.IsLess(right, left) || FilterValue.AreEqual(left, right),
        };
    }

    private static FilterValue Value(Operand operand, JsonElement at, Evaluation run) => operand switch
    {
        Literal literal => literal.Value,
        QueryOperand query => FilterValue.Of(run.Single(query.Query.Segments, query.Query.FromRoot ? run.Root : at)),
        FunctionOperand { Function: ValueFunction.Length } length => Length(Value(length.Argument, at, run), run),
        FunctionOperand { Argument: QueryOperand nodes } function => OfNodes(function.Function, Nodes(nodes.Query, at, run)),
        _ => FilterValue.Nothing,
    };

    private static FilterValue OfNodes(ValueFunction function, List<JsonPathMatch> nodes) => function == ValueFunction.Count
        ? FilterValue.OfCount(nodes.Count)
        : nodes.Count == 1 ? FilterValue.Of(nodes[0].Value) : FilterValue.Nothing;

    /// <summary>Of a text its characters (code points), of an array or object its children; anything else has none.</summary>
    private static FilterValue Length(FilterValue value, Evaluation run) => value.Kind switch
    {
        JsonValueKind.String when run.Spend(value.Size / CharactersPerNode) => value.Text() is { } text ? FilterValue.OfCount(text.EnumerateRunes().Count()) : FilterValue.Nothing,
        JsonValueKind.Array => FilterValue.OfCount(value.Element.GetArrayLength()),
        JsonValueKind.Object => FilterValue.OfCount(value.Element.GetPropertyCount()),
        _ => FilterValue.Nothing,
    };

    private bool Matches(PatternTest test, JsonElement at, Evaluation run)
    {
        var text = Value(test.Text, at, run);
        var pattern = Value(test.Pattern, at, run);
        return text is { Kind: JsonValueKind.String } && pattern is { Kind: JsonValueKind.String }
            && text.Text() is { } subject && pattern.Text() is { } written
            && run.Spend(subject.Length / CharactersPerNode)
            && (test.Compiled ?? Compile(written, test, run))?.IsMatch(subject) == true;
    }

    private IRegexp? Compile(string written, PatternTest test, Evaluation run)
    {
        if (lastPattern is { } last && last.Text == written && last.IsWhole == test.IsWhole)
        {
            return last.Compiled;
        }

        var compiled = test.Pattern is Literal || !run.Spend(CostOfPattern) ? null : IRegexp.Create(written, test.IsWhole);
        lastPattern = (written, test.IsWhole, compiled);
        return compiled;
    }
}
