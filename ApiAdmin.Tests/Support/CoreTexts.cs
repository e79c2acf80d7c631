using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ApiAdmin.Tests.Support;

/// <summary>
/// What Core's source says in words, with a gap for each value put in: <c>There is no API {0}.</c> Read from the source, because only
/// there is every sentence that could ever be made. Left out is what no page shows: logs, SQL, settings, keys at start, copied code.
/// </summary>
internal static partial class CoreTexts
{
    private static readonly string[] NotOnPages =
    [
        "Data/", "Access/Keys/", "Access/Audit/", "Definitions/SampleApis.cs", "Definitions/Reading/DefinitionSchema.cs", "Interchange/CopyAs/",
        "Interchange/Curl/CurlOptions.cs", "Invocation/Outbound/OutboundOptionsValidator.cs", "Invocation/Outbound/AllowRule.cs",
        "Invocation/History/HistoryOptions.cs", "Invocation/History/HistoryList.cs", "Invocation/InvocationMetrics.cs",
        "Customers/Seeding/", "Customers/Query/", "Customers/CustomerOptions.cs", "Customers/Export/XlsxParts.cs", "Customers/Search/OwnValues.cs", "Customers/Search/PostgresSearchIndex.cs", "Customers/Search/SqliteSearchIndex.cs",
        "Invocation/Building/BuildingRegistration.cs", "Invocation/Building/DefaultHeaders.cs",
    ];

    /// <summary>Names in the audit and in formats, and what is only looked for.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "API key {0}", "new user {0}", "link of user {0}", "locked out", "wrong password", "nobody's password", "api:{0} → api:{1}", "api:{0} comment:{1}", "customer:{0} → customer:{1}", "fields.", "true, \"true\", \"TRUE\", 1, \"1\"", "false, \"false\", \"FALSE\", 0, \"0\"", "clean-up of deleted customers", "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "SQL Server",
        "invalid JSON literal", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "; boundary={0}", "curl", "curl.exe", "Basic", "Bearer",
    };

    /// <summary>Has long lists of names beside its sentences.</summary>
    private const string Charsets = "Invocation/Reading/Charsets.cs";

    public static IReadOnlyCollection<string> All { get; } = Read();

    private static HashSet<string> Read()
    {
        var core = Path.Combine(Repository(), "ApiAdmin.Core");
        return [.. Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: file, Place: Path.GetRelativePath(core, file).Replace('\\', '/')))
            .Where(file => !NotOnPages.Concat(["obj/", "bin/"]).Any(place => file.Place.StartsWith(place, StringComparison.Ordinal)))
            .SelectMany(file => In(File.ReadAllText(file.File)).Where(text => file.Place != Charsets || text.EndsWith('.')))];
    }

    public static IEnumerable<string> In(string source) => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
        .Where(IsOutermost)
        .Select(TemplateOf)
        .Where(text => IsSentence(text) && !Names.Contains(text) && !IsFormat().IsMatch(text));

    private static bool IsOutermost(ExpressionSyntax text) =>
        IsText(text) && !(text.Parent is ExpressionSyntax outer && IsText(outer)) && !text.Ancestors().OfType<AttributeSyntax>().Any();

    private static bool IsText(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
        InterpolatedStringExpressionSyntax => true,
        BinaryExpressionSyntax sum => sum.IsKind(SyntaxKind.AddExpression) && (IsText(sum.Left) || IsText(sum.Right)),
        _ => false,
    };

    private static string TemplateOf(ExpressionSyntax text)
    {
        var template = new StringBuilder();
        var gaps = 0;
        Add(text);
        return template.ToString().Trim();

        void Add(ExpressionSyntax part)
        {
            switch (part)
            {
                case LiteralExpressionSyntax literal when IsText(literal):
                    template.Append(literal.Token.ValueText);
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    foreach (var content in interpolated.Contents)
                    {
                        _ = content is InterpolatedStringTextSyntax plain
                            ? template.Append(plain.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal))
                            : template.Append('{').Append(gaps++).Append('}');
                    }

                    break;
                case BinaryExpressionSyntax sum when IsText(sum):
                    Add(sum.Left);
                    Add(sum.Right);
                    break;
                default:
                    template.Append('{').Append(gaps++).Append('}');
                    break;
            }
        }
    }

    private static bool IsSentence(string text) =>
        (text.Contains(' ', StringComparison.Ordinal) && Word().Count(Gap().Replace(text, "~")) >= 2) || Ending().IsMatch(text);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ApiAdmin.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex("(?<![A-Za-z])[A-Za-z]{2,}(?![A-Za-z])", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^; |[a-z)]\.$", RegexOptions.None, 1000)]
    private static partial Regex Ending();

    /// <summary>Media types, parts of a multipart body, names that begin with a part of their own.</summary>
    [GeneratedRegex(@"^[a-z]+/[a-z-]+;|^--\{0\}|filename=|^\{0\}\. \{1\}$|^(?:secrets|system|inputs|\{\{secrets)\.", RegexOptions.None, 1000)]
    private static partial Regex IsFormat();
}
