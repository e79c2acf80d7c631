using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>Reads a filter's condition (RFC 9535, section 2.3.5.1) and checks that it is well-typed (section 2.4.3).</summary>
internal sealed class FilterParser
{
    private static readonly (string Text, ComparisonKind Kind)[] Operators =
    [
        ("==", ComparisonKind.Equal), ("!=", ComparisonKind.NotEqual), ("<=", ComparisonKind.LessOrEqual),
        (">=", ComparisonKind.GreaterOrEqual), ("<", ComparisonKind.Less), (">", ComparisonKind.Greater),
    ];

    private readonly PathCursor cursor;
    private readonly OperandParser operands;

    public FilterParser(PathCursor cursor, QueryParser queries)
    {
        this.cursor = cursor;
        operands = new OperandParser(cursor, queries);
    }

    public FilterStep Filter()
    {
        var start = cursor.At++;
        cursor.SkipSpace();
        var condition = Or();
        return new FilterStep(condition, cursor.Text[start..Math.Min(cursor.At, cursor.Text.Length)].TrimEnd());
    }

    private Condition Or()
    {
        var all = Several("||", And);
        return all.Count == 1 ? all[0] : new AnyOf(all);
    }

    private Condition And()
    {
        var all = Several("&&", Basic);
        return all.Count == 1 ? all[0] : new AllOf(all);
    }

    private ValueList<Condition> Several(string separator, Func<Condition> one)
    {
        var all = new List<Condition> { one() };
        while (!cursor.Failed)
        {
            cursor.SkipSpace();
            if (!cursor.Take(separator))
            {
                break;
            }

            cursor.SkipSpace();
            all.Add(one());
        }

        return [.. all];
    }

    private Condition Basic()
    {
        if (cursor.Current == '!')
        {
            cursor.At++;
            cursor.SkipSpace();
            return new Not(cursor.Current == '(' ? Parenthesized() : Test(cursor.At, operands.Read()));
        }

        if (cursor.Current == '(')
        {
            return Parenthesized();
        }

        var start = cursor.At;
        var left = operands.Read();
        var behind = cursor.At;
        cursor.SkipSpace();
        if (cursor.Failed || Operator() is not { } kind)
        {
            cursor.At = behind;
            return Test(start, left);
        }

        cursor.SkipSpace();
        var second = cursor.At;
        var right = operands.Read();
        Comparable(start, left);
        Comparable(second, right);
        return new Comparison(left, kind, right);
    }

    private Condition Parenthesized()
    {
        cursor.Enter();
        cursor.At++;
        cursor.SkipSpace();
        var condition = cursor.Failed ? AllOfNothing : Or();
        cursor.SkipSpace();
        cursor.Expect(')', "The parenthesis is not closed.");
        cursor.Leave();
        return condition;
    }

    private static Condition AllOfNothing { get; } = new AllOf([]);

    private ComparisonKind? Operator()
    {
        foreach (var (text, kind) in Operators)
        {
            if (cursor.Take(text))
            {
                return kind;
            }
        }

        if (cursor.Current == '=')
        {
            cursor.Fail("a single = compares nothing. Write ==.");
        }

        return null;
    }

    private Condition Test(int start, Operand operand)
    {
        switch (operand)
        {
            case QueryOperand query:
                return new Exists(query.Query);
            case PatternOperand pattern:
                return pattern.Test;
            case FunctionOperand function:
                cursor.FailAt(start, $"{NameOf(function.Function)}() gives a value, not true or false. Compare it, for example {NameOf(function.Function)}(@.a) > 1.");
                return AllOfNothing;
            default:
                cursor.FailAt(start, "a value alone is no condition. Compare it, for example @.a == 1.");
                return AllOfNothing;
        }
    }

    private void Comparable(int start, Operand operand)
    {
        if (operand is QueryOperand { Query.IsSingular: false })
        {
            cursor.FailAt(start, "what is compared has to be one value, but this query can match several. Name one place: .name, ['name'] or [0].");
        }
        else if (operand is PatternOperand)
        {
            cursor.FailAt(start, "match() and search() are conditions already and cannot be compared. Leave the comparison out, or put ! before it.");
        }
    }

    private static string NameOf(ValueFunction function) => function.ToString().ToLowerInvariant();
}
