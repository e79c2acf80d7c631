using System.Xml.XPath;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>Goes through all that a tree of XML can show, in its order, and tells the way to each that is wanted.</summary>
internal sealed class XmlTreeWalk(XPathNavigator root)
{
    private readonly List<(XmlChildren Children, int At)> levels = [];

    /// <summary>The indexes from the document's element down.</summary>
    public int[] Way => [.. levels.Select(level => level.At)];

    public string Path => string.Concat(levels.Select(level => level.Children.Step(level.At).ToString()).Prepend(XmlTreeReader.StepOf(root).ToString()));

    public IEnumerable<XPathNavigator> All()
    {
        yield return root;
        Enter(root);
        while (levels.Count > 0)
        {
            var (children, at) = levels[^1];
            if (++at == children.Count)
            {
                levels.RemoveAt(levels.Count - 1);
                continue;
            }

            levels[^1] = (children, at);
            yield return children[at];
            Enter(children[at]);
        }
    }

    private void Enter(XPathNavigator place)
    {
        if (place.HasChildren || place.HasAttributes)
        {
            levels.Add((new XmlChildren(place), -1));
        }
    }
}
