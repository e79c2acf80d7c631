namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>Reads what conditions are made of: queries, literals and functions with their arguments.</summary>
internal sealed class OperandParser(PathCursor cursor, QueryParser queries)
{
    private static Operand Nothing { get; } = new Literal(FilterValue.Nothing);

    public Operand Read()
    {
        if (cursor.Failed)
        {
            return Nothing;
        }

        switch (cursor.Current)
        {
            case '@' or '$':
                return Query();
            case '\'' or '"':
                return new Literal(FilterValue.OfText(QuotedText.Read(cursor) ?? ""));
            case '-' or >= '0' and <= '9':
                return Number();
            case >= 'a' and <= 'z':
                return Word();
            default:
                cursor.Fail(cursor.AtEnd
                    ? "a condition is missing. Write for example @.price < 10."
                    : $"{Quoted.Text(cursor.Shown())} begins no condition. Write for example @.price < 10 or @.name == 'x'.");
                return Nothing;
        }
    }

    private QueryOperand Query()
    {
        var fromRoot = cursor.Current == '$';
        queries.LooksAtRoot |= fromRoot;
        cursor.At++;
        return new QueryOperand(new SubQuery(fromRoot, queries.Segments()));
    }

    private Operand Number()
    {
        var start = cursor.At;
        cursor.Take("-");
        var whole = Digits();
        if (whole == 0 || (whole > 1 && cursor.Text[cursor.At - whole] == '0'))
        {
            cursor.FailAt(start, "this is no number. Write it as JSON does: 12, -0.5, 1e3.");
        }

        if (cursor.Take(".") && Digits() == 0)
        {
            cursor.Fail("expected a digit behind the decimal point.");
        }

        if (cursor.Current is 'e' or 'E')
        {
            cursor.At++;
            cursor.At += cursor.Current is '+' or '-' ? 1 : 0;
            if (Digits() == 0)
            {
                cursor.Fail("expected a digit in the exponent.");
            }
        }

        return cursor.Failed ? Nothing : new Literal(FilterValue.OfNumber(cursor.Text[start..cursor.At]));
    }

    private int Digits()
    {
        var start = cursor.At;
        while (char.IsAsciiDigit(cursor.Current))
        {
            cursor.At++;
        }

        return cursor.At - start;
    }

    private Operand Word()
    {
        var start = cursor.At;
        while (cursor.Current is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
        {
            cursor.At++;
        }

        var word = cursor.Text[start..cursor.At];
        if (cursor.Current == '(')
        {
            return Function(start, word);
        }

        switch (word)
        {
            case "true": return new Literal(FilterValue.True);
            case "false": return new Literal(FilterValue.False);
            case "null": return new Literal(FilterValue.Null);
            default:
                cursor.FailAt(start, $"{Quoted.Text(word)} is not known here. Write @.{word} for a member, '{word}' for a text.");
                return Nothing;
        }
    }

    private Operand Function(int start, string name)
    {
        cursor.Enter();
        cursor.At++;
        var arguments = cursor.Failed ? [] : Arguments();
        cursor.Expect(')', "The function's parenthesis is not closed.");
        cursor.Leave();
        if (cursor.Failed)
        {
            return Nothing;
        }

        switch (name, arguments)
        {
            case ("length", [var one]) when IsValue(one):
                return new FunctionOperand(ValueFunction.Length, one);
            case ("count", [QueryOperand one]):
                return new FunctionOperand(ValueFunction.Count, one);
            case ("value", [QueryOperand one]):
                return new FunctionOperand(ValueFunction.Value, one);
            case ("match" or "search", [var text, var pattern]) when IsValue(text) && IsValue(pattern):
                return new PatternOperand(new PatternTest(text, pattern, name == "match"));
            default:
                cursor.FailAt(start, Wanted(name));
                return Nothing;
        }
    }

    private List<Operand> Arguments()
    {
        var arguments = new List<Operand>();
        cursor.SkipSpace();
        while (!cursor.Failed && cursor.Current != ')')
        {
            arguments.Add(Read());
            cursor.SkipSpace();
            if (cursor.Current != ',')
            {
                break;
            }

            cursor.At++;
            cursor.SkipSpace();
            if (cursor.Current == ')')
            {
                cursor.Fail("an argument is missing behind the comma.");
            }
        }

        return arguments;
    }

    private static bool IsValue(Operand operand) =>
        operand is Literal or FunctionOperand or QueryOperand { Query.IsSingular: true };

    private static string Wanted(string name) => name switch
    {
        "length" => "length() takes one value: a text, a number or a query for one place, as in length(@.name).",
        "count" or "value" => $"{name}() takes one query, as in {name}(@.items[*]).",
        "match" or "search" => $"{name}() takes two values, as in {name}(@.name, 'a.*').",
        _ => $"there is no function {Quoted.Text(name)}. There are length, count, match, search and value.",
    };
}
