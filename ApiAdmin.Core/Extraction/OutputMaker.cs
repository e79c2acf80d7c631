using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.JsonPath;
using ApiAdmin.Core.Invocation.Reading.Tree;

namespace ApiAdmin.Core.Extraction;

/// <summary>Makes outputs of values that somebody points at: name, path and type filled in.</summary>
public static partial class OutputMaker
{
    private const int LongestName = 60;

    /// <param name="taken">Names there are already; the new one is none of them.</param>
    /// <param name="every">Every element of the innermost array on the way instead of this one.</param>
    public static OutputParam Of(SimplePath path, JsonValueKind kind, IReadOnlySet<string> taken, bool every = false)
    {
        var chosen = every ? Every(path) : path;
        return new OutputParam
        {
            Name = Unique([.. path.Steps.OfType<NameStep>().Select(step => step.Name)], taken),
            Path = chosen.ToString(),
            Type = every ? ParamType.Array : TypeOf(kind, null),
        };
    }

    /// <summary>The same of a value whose text is known, so that whole numbers are told from others.</summary>
    public static OutputParam Of(SimplePath path, JsonValueKind kind, string text, IReadOnlySet<string> taken, bool every = false)
    {
        var made = Of(path, kind, taken, every);
        return every ? made : made with { Type = TypeOf(kind, text) };
    }

    /// <summary>Of a node of XML, where all is text: its type is told by how it reads. What begins with a zero is no number but a code.</summary>
    public static OutputParam Of(XmlWay way, string text, IReadOnlySet<string> taken, bool every = false) => new()
    {
        Name = Unique([.. way.Steps.Select(step => step.Name)], taken),
        From = OutputSource.Xml,
        Path = (every ? way.Every ?? way : way).ToString(),
        Type = every ? ParamType.Array : TypeOf(text),
    };

    /// <summary>Whether there is an array on the way, so that every element could be meant.</summary>
    public static bool IsInArray(SimplePath path) => path.Steps.Any(step => step is IndexStep);

    /// <summary>The path with <c>[*]</c> for the innermost index.</summary>
    public static SimplePath Every(SimplePath path)
    {
        var last = path.Steps.Index().LastOrDefault(step => step.Item is IndexStep, (Index: -1, Item: null!)).Index;
        return last < 0 ? path : new SimplePath([.. path.Steps.Take(last), new EveryStep(), .. path.Steps.Skip(last + 1)]);
    }

    private static ParamType TypeOf(JsonValueKind kind, string? text) => kind switch
    {
        JsonValueKind.Object => ParamType.Object,
        JsonValueKind.Array => ParamType.Array,
        JsonValueKind.True or JsonValueKind.False => ParamType.Boolean,
        JsonValueKind.Number => text is not null && text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? ParamType.Integer : ParamType.Number,
        _ => ParamType.String,
    };

    private static ParamType TypeOf(string text) => text switch
    {
        "true" or "false" => ParamType.Boolean,
        _ when WholeNumber().IsMatch(text) => ParamType.Integer,
        _ when DecimalNumber().IsMatch(text) => ParamType.Number,
        _ => ParamType.String,
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,14})\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DecimalNumber();

    /// <summary>The member's name; when that is taken with the name before it, then with a number.</summary>
    private static string Unique(List<string> names, IReadOnlySet<string> taken)
    {
        var name = "";
        for (var from = names.Count - 1; from >= 0; from--)
        {
            name = Camel(names.Skip(from));
            if (name.Length > 0 && !taken.Contains(name))
            {
                return name;
            }
        }

        name = name.Length == 0 ? "value" : name;
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? name : $"{name}{n}").First(candidate => !taken.Contains(candidate));
    }

    /// <summary><c>ret_code</c> as <c>retCode</c>; what no output's name may have in it is left out, and <c>URL</c> keeps its capitals.</summary>
    private static string Camel(IEnumerable<string> names)
    {
        var words = names.SelectMany(Words).ToList();
        var name = new StringBuilder();
        foreach (var (index, word) in words.Index())
        {
            var plain = words.Count > 1 && word.Length > 1 && word.All(char.IsUpper) ? word.ToLowerInvariant() : word;
            var isCapitals = words.Count == 1 && word.Length > 1 && word.All(c => char.IsUpper(c) || char.IsDigit(c));
            name.Append(isCapitals ? plain : (index == 0 ? char.ToLowerInvariant(plain[0]) : char.ToUpperInvariant(plain[0])) + plain[1..]);
        }

        return name.Length <= LongestName ? name.ToString() : name.ToString(0, LongestName);
    }

    /// <summary>Runs of letters and digits that may stand in a name, the first beginning with a letter.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Append(' '))
        {
            if (char.IsLetter(c) || (word.Length > 0 && (char.IsDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
