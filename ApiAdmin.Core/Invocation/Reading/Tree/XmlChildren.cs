using System.Xml.XPath;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>
/// What a tree shows inside of an element, and by which step each is found: attributes, elements, and text where it stands beside
/// elements. What is not shown still counts where XPath counts it, as blanks do for <c>text()</c>.
/// </summary>
internal sealed class XmlChildren
{
    private readonly Dictionary<(string Test, string Name), Tally> tallies = [];
    private readonly List<(XPathNavigator Place, Tally Tally, int At)> shown = [];

    public XmlChildren(XPathNavigator parent)
    {
        var at = parent.Clone();
        for (var more = at.MoveToFirstAttribute(); more; more = at.MoveToNextAttribute())
        {
            Add(at, "@");
        }

        if (!HasElements(parent))
        {
            return;
        }

        at = parent.Clone();
        for (var more = at.MoveToFirstChild(); more; more = at.MoveToNext())
        {
            if (at.NodeType == XPathNodeType.Element)
            {
                Add(at, "");
            }
            else if (at.NodeType is XPathNodeType.Text or XPathNodeType.Whitespace or XPathNodeType.SignificantWhitespace)
            {
                AddText(at);
            }
        }
    }

    public int Count => shown.Count;

    public XPathNavigator this[int index] => shown[index].Place;

    public XmlStep Step(int index)
    {
        var (_, tally, at) = shown[index];
        return new XmlStep(tally.Test, tally.Name, tally.Count > 1 ? at : null);
    }

    public static bool HasElements(XPathNavigator place) => place.HasChildren && place.Clone().MoveToChild(XPathNodeType.Element);

    /// <summary>The longer test finds a name in whatever namespace, so those in none count for it too.</summary>
    private void Add(XPathNavigator at, string axis)
    {
        var anywhere = Of($"{axis}*[local-name()=", at.LocalName);
        var plain = Of(axis, at.LocalName);
        anywhere.Count++;
        if (at.NamespaceURI.Length == 0)
        {
            plain.Count++;
            shown.Add((at.Clone(), plain, plain.Count));
        }
        else
        {
            shown.Add((at.Clone(), anywhere, anywhere.Count));
        }
    }

    private void AddText(XPathNavigator at)
    {
        var tally = Of("text()", "");
        tally.Count++;
        if (at.NodeType == XPathNodeType.Text)
        {
            shown.Add((at.Clone(), tally, tally.Count));
        }
    }

    private Tally Of(string test, string name)
    {
        if (!tallies.TryGetValue((test, name), out var tally))
        {
            tally = new Tally(test.EndsWith('=') ? $"{test}'{name}']" : $"{test}{name}", name);
            tallies.Add((test, name), tally);
        }

        return tally;
    }

    private sealed class Tally(string test, string name)
    {
        public string Test { get; } = test;

        public string Name { get; } = name;

        public int Count { get; set; }
    }
}
