using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Extraction;

/// <summary>Reads a <see cref="SimplePath"/> from left to right and stops at the first error.</summary>
internal ref struct SimplePathParser
{
    /// <summary>As many elements have to be remembered until an array ends.</summary>
    private const int FarthestFromEnd = 100;

    private readonly string text;
    private readonly List<PathStep> steps = [];
    private int at;
    private PathError? error;

    private SimplePathParser(string text) => this.text = text;

    private readonly bool AtEnd => at >= text.Length;

    private readonly char Current => AtEnd ? '\0' : text[at];

    public static PathParse Parse(string text)
    {
        var parser = new SimplePathParser(text);
        parser.Run();
        return parser.error is { } error ? new(null, error) : new(new SimplePath([.. parser.steps]), null);
    }

    private void Run()
    {
        if (Current != '$')
        {
            Fail(text.Length == 0
                ? "The path is empty. Write $ for the whole body or a path such as $.item.name."
                : $"The path does not begin with $. Write $.{text.TrimStart('.')} instead.");
            return;
        }

        at = 1;
        while (!AtEnd && error is null)
        {
            Step();
        }
    }

    private void Step()
    {
        switch (Current)
        {
            case '.':
                at++;
                DotName();
                break;
            case '[':
                at++;
                Bracket();
                break;
            default:
                Fail($"\"{Current}\" cannot stand here. After {text[..at]} write .name, ['name'] or [0].");
                break;
        }
    }

    private void DotName()
    {
        if (Current is '.' or '*')
        {
            Unsupported(Current == '.' ? "\"..\" (search at every depth)" : "\"*\" (every member)", Current == '.' ? at - 1 : at);
            return;
        }

        var start = at;
        while (!AtEnd && PathStep.IsNameChar(Current))
        {
            at++;
        }

        var name = text[start..at];
        if (name.Length == 0)
        {
            Fail("A name is missing after the dot. Write .name or ['a name with other characters'].");
        }
        else if (char.IsAsciiDigit(name[0]))
        {
            at = start;
            Fail($"A name after a dot cannot begin with a digit. Write ['{name}'] for a member or [{name}] for an element.");
        }
        else
        {
            steps.Add(new NameStep(name));
        }
    }

    private void Bracket()
    {
        switch (Current)
        {
            case '\'' or '"':
                QuotedName(Current);
                break;
            case '*':
                Unsupported("\"*\" (every element)", at);
                return;
            case '?':
                Unsupported("a filter", at);
                return;
            case ':':
                Unsupported("a slice", at);
                return;
            default:
                Index();
                break;
        }

        Close();
    }

    private void Close()
    {
        if (error is not null)
        {
            return;
        }

        switch (Current)
        {
            case ']':
                at++;
                break;
            case ',':
                Unsupported("a list of names or indexes", at);
                break;
            case ':':
                Unsupported("a slice", at);
                break;
            default:
                Fail("The bracket is not closed. Write ] here.");
                break;
        }
    }

    private void Index()
    {
        var start = at;
        at += Current == '-' ? 1 : 0;
        while (!AtEnd && char.IsAsciiDigit(Current))
        {
            at++;
        }

        var digits = text[start..at];
        if (Current is ':')
        {
            return;
        }

        if (!int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            || digits == "-0" || (digits.TrimStart('-') is { Length: > 1 } magnitude && magnitude[0] == '0'))
        {
            at = start;
            Fail("There is no index or quoted name in the brackets. Write [0] for an element or ['name'] for a member.");
            return;
        }

        if (index < -FarthestFromEnd)
        {
            Set(start, FindingCodes.OutOfRange, $"An element can be counted from the end up to [-{FarthestFromEnd}]. Name a later one.");
        }

        steps.Add(new IndexStep(index));
    }

    private void QuotedName(char quote)
    {
        var start = at++;
        var name = new StringBuilder();
        while (!AtEnd && Current != quote && error is null)
        {
            name.Append(Current == '\\' ? Escape() : Current);
            at++;
        }

        if (error is null && AtEnd)
        {
            at = start;
            Fail($"The name is not closed. Write {quote} after it.");
        }

        at++;
        steps.Add(new NameStep(name.ToString()));
    }

    private char Escape()
    {
        at++;
        switch (Current)
        {
            case '\'' or '"' or '\\' or '/':
                return Current;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when at + 4 < text.Length
                && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default:
                Fail("This is no escape. In a quoted name write \\\\ for a backslash and \\' for a quote.");
                return '\0';
        }
    }

    private void Fail(string message) => Set(at, FindingCodes.Malformed, message);

    private void Unsupported(string what, int position) => Set(
        position, FindingCodes.NotYetSupported, $"{what} is not supported yet. Name one place: .name, ['name'] or [0].");

    private void Set(int index, string code, string message) =>
        error ??= new PathError(index + 1, code, $"At character {index + 1}: {message}");
}
