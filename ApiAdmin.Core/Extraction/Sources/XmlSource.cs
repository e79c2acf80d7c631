using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.XPath;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>
/// Values of an XML body by XPath 1.0. No document type, so no entities; the prefixes are those the document declares,
/// and <c>default</c> stands for its default namespace, which XPath 1.0 cannot name.
/// </summary>
internal sealed class XmlSource
{
    private const int Most = 10_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly XPathNavigator? root;
    private readonly XmlNamespaceManager? prefixes;

    public XmlSource(TextBody body)
        : this(body.IsTooLarge ? null : body.Text)
    {
    }

    /// <param name="text">Null when it is too large.</param>
    public XmlSource(string? text)
    {
        if (text is null)
        {
            return;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            root = new XPathDocument(reader, XmlSpace.Preserve).CreateNavigator();
            prefixes = Prefixes(root);
        }
        catch (XmlException exception)
        {
            Fault = exception.Message;
        }
    }

    /// <summary>Why it is no XML, with line and column; null when it is.</summary>
    public string? Fault { get; }

    /// <summary>Above the document's element; null when there is no document.</summary>
    public XPathNavigator? Root => root;

    public SourceResult Find(XPathExpression expression, string path)
    {
        var (result, problem) = Evaluate(expression, found => found is XPathNodeIterator nodes ? OfNodes(nodes, path) : new([OfScalar(found)]));
        return result ?? new([], problem);
    }

    /// <summary>The places in the document that an expression finds; none when it gives a number or text of its own.</summary>
    public (IReadOnlyList<XPathNavigator> Places, OutputProblem? Problem) Select(XPathExpression expression)
    {
        var (places, problem) = Evaluate(expression, found => found is XPathNodeIterator nodes ? PlacesOf(nodes) : []);
        return (places ?? [], problem);
    }

    public static (int Line, int Column) PlaceOf(XPathNavigator node) => node is IXmlLineInfo info && info.HasLineInfo() ? (info.LineNumber, info.LinePosition) : (0, 0);

    /// <param name="use">Reads what was found, which is only then looked for.</param>
    private (T? Result, OutputProblem? Problem) Evaluate<T>(XPathExpression expression, Func<object, T> use)
        where T : class
    {
        if (root is null)
        {
            return (null, Fault is null ? Problem(OutputProblemCode.TooLarge, TextBody.TooLarge) : Problem(OutputProblemCode.Undecodable, $"The body is not well-formed XML: {Fault}"));
        }

        try
        {
            var own = expression.Clone();
            own.SetContext(prefixes!);
            return (use(new BudgetedNavigator(root.Clone()).Evaluate(own)), null);
        }
        catch (XPathException exception)
        {
            return (null, Problem(OutputProblemCode.BadPath, $"{exception.Message} The document's prefixes are {Known()}."));
        }
        catch (XPathBudgetException)
        {
            return (null, Problem(OutputProblemCode.TooLarge, "The XPath looks at more of this document than is allowed. Name more of the way instead of using //."));
        }
    }

    private static OutputProblem Problem(OutputProblemCode code, string message) => new() { Code = code, Message = message };

    private static List<XPathNavigator> PlacesOf(XPathNodeIterator nodes)
    {
        var places = new List<XPathNavigator>();
        while (places.Count < Most && nodes.MoveNext())
        {
            places.Add(((BudgetedNavigator)nodes.Current!).Inner.Clone());
        }

        return places;
    }

    private SourceResult OfNodes(XPathNodeIterator nodes, string path)
    {
        var values = new List<SourceValue>();
        while (values.Count < Most && nodes.MoveNext())
        {
            var (line, column) = nodes.Current is BudgetedNavigator counted ? PlaceOf(counted.Inner) : (0, 0);
            values.Add(SourceValue.Of(nodes.Current!.Value, line, column));
        }

        return values.Count > 0 ? new(values) : SourceResult.NoMatch(Missing(path), Nearest.To(LastName(path), Names()));
    }

    private string Missing(string path)
    {
        var start = root!.Clone();
        start.MoveToFirstChild();
        var hint = path.Contains(':', StringComparison.Ordinal) || start.NamespaceURI.Length == 0 ? "" : $" Its elements are in a namespace: write default: before their names, as in /default:{start.LocalName}.";
        return $"{Quoted.Text(path)} finds nothing; the document's element is {start.Name} and holds {Quoted.List(Names().Take(20).DefaultIfEmpty("no elements"))}.{hint}";
    }

    /// <summary>Names of elements near the top.</summary>
    private List<string> Names() =>
        [.. root!.SelectDescendants(XPathNodeType.Element, matchSelf: false).Cast<XPathNavigator>().Take(500).Select(n => n.Name).Distinct(StringComparer.Ordinal)];

    private static string LastName(string path) => path[(path.AsSpan().LastIndexOfAny('/', ':', '@') + 1)..];

    private string Known() => Quoted.List(prefixes!.GetNamespacesInScope(XmlNamespaceScope.ExcludeXml).Keys.Where(k => k.Length > 0).DefaultIfEmpty("none"));

    private static SourceValue OfScalar(object value) => value switch
    {
        bool yes => new(yes ? JsonValueKind.True : JsonValueKind.False, yes ? "true" : "false", yes ? "true" : "false"),
        double number when double.IsFinite(number) => OfNumber(number.ToString("0.###############", CultureInfo.InvariantCulture)),
        double number => SourceValue.Of(number.ToString(CultureInfo.InvariantCulture)),
        _ => SourceValue.Of((string)value),
    };

    private static SourceValue OfNumber(string text) => new(JsonValueKind.Number, text, text);

    private static XmlNamespaceManager Prefixes(XPathNavigator root)
    {
        var declared = new XmlNamespaceManager(root.NameTable);
        foreach (var element in root.SelectDescendants(XPathNodeType.Element, matchSelf: false).Cast<XPathNavigator>().Take(10_000))
        {
            foreach (var (prefix, uri) in element.GetNamespacesInScope(XmlNamespaceScope.Local))
            {
                var name = prefix.Length == 0 ? "default" : prefix;
                if (uri.Length > 0 && declared.LookupNamespace(name) is null)
                {
                    declared.AddNamespace(name, uri);
                }
            }
        }

        return declared;
    }
}
