using System.Text;
using System.Xml.XPath;
using ApiAdmin.Core.Extraction.Sources;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>
/// An XML body as a tree, read by the same hand that reads outputs, so that a path found here finds the same there. It is kept as
/// long as it is looked at: XML cannot be begun in the middle.
/// </summary>
public sealed class XmlTreeReader : IBodyTree
{
    private const int LongestText = 200;

    private readonly XmlSource source;
    private readonly XPathNavigator root;

    private XmlTreeReader(XmlSource source, XPathNavigator root) => (this.source, this.root) = (source, root);

    /// <returns>Null when the body is no well-formed XML, has a document type, or is larger than what outputs are read of.</returns>
    public static async Task<XmlTreeReader?> OfAsync(BodyContent body, CancellationToken cancellationToken)
    {
        // No charset needs more than four bytes for what UTF-8 has in one.
        if (body.Stream.Length > TextBody.Largest * 4L)
        {
            return null;
        }

        body.Stream.Position = 0;
        using var reader = new StreamReader(body.Stream, body.Encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var text = (await reader.ReadToEndAsync(cancellationToken)).TrimStart('\ufeff');
        return Encoding.UTF8.GetByteCount(text) > TextBody.Largest ? null : Of(text);
    }

    internal static XmlTreeReader? Of(string text)
    {
        var read = new XmlSource(text);
        return read.Root?.Clone() is { } top && top.MoveToChild(XPathNodeType.Element) ? new XmlTreeReader(read, top) : null;
    }

    internal static XmlStep StepOf(XPathNavigator root) =>
        new(root.NamespaceURI.Length == 0 ? root.LocalName : $"*[local-name()='{root.LocalName}']", root.LocalName, null);

    public Task<TreeNode?> RootAsync(CancellationToken cancellationToken) => Task.FromResult<TreeNode?>(NodeOf(root, new XmlWay([StepOf(root)]), 0));

    public Task<TreeBranch> OpenAsync(TreeNode node, CancellationToken cancellationToken) => Task.FromResult(new TreeBranch(node, node.Count, [], IsBroken: false));

    public Task<IReadOnlyList<TreeNode>> ChildrenAsync(TreeBranch branch, int from, int count, CancellationToken cancellationToken)
    {
        var parent = (XmlTreeNode)branch.Node;
        var children = new XmlChildren(parent.Place);
        return Task.FromResult<IReadOnlyList<TreeNode>>([.. Enumerable.Range(from, Math.Max(0, Math.Min(count, children.Count - from)))
            .Select(at => NodeOf(children[at], parent.Way.With(children.Step(at)), at))]);
    }

    public Task<IReadOnlyList<TreeNode>> TopLevelAsync(int most, CancellationToken cancellationToken)
    {
        var found = FirstLevel(node => node is { Kind: TreeKind.Element, IsValue: true, Text.Length: > 0 });
        return Task.FromResult<IReadOnlyList<TreeNode>>([.. (found.Count > 0 ? found : FirstLevel(node => node.Kind == TreeKind.Attribute)).Take(most)]);
    }

    /// <summary>What an output finds is told by the line and column that the reader gave it; nothing else begins there.</summary>
    public Task<int[]?> WayAsync(int line, int column, CancellationToken cancellationToken)
    {
        var walk = new XmlTreeWalk(root);
        return Task.FromResult(walk.All().Any(place => XmlSource.PlaceOf(place) == (line, column)) ? walk.Way : null);
    }

    public Task<int[]?> WayAsync(string path, CancellationToken cancellationToken)
    {
        if (OutputXPath.Compile(path, out _) is not { } expression || source.Select(expression).Places is not [var place])
        {
            return Task.FromResult<int[]?>(null);
        }

        var walk = new XmlTreeWalk(root);
        return Task.FromResult(walk.All().Any(place.IsSamePosition) ? walk.Way : null);
    }

    public bool IsPath(string text) => text.StartsWith('/');

    public Task<PathHits> TryAsync(string path, CancellationToken cancellationToken)
    {
        if (OutputXPath.Compile(path.TrimEnd(), out var problem) is not { } expression)
        {
            return Task.FromResult(PathHits.Failed(problem!));
        }

        var (places, fault) = source.Select(expression);
        if (fault is not null)
        {
            return Task.FromResult(PathHits.Failed(fault.Message));
        }

        var found = new HashSet<XPathNavigator>(places, SamePlace.Comparer);
        var walk = new XmlTreeWalk(root);
        return Task.FromResult(new PathHits([.. walk.All().Where(found.Contains).Take(IBodyTree.MostHits).Select(_ => walk.Path)], places.Count, null));
    }

    public Task<IReadOnlyList<int[]>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var walk = new XmlTreeWalk(root);
        return Task.FromResult<IReadOnlyList<int[]>>([.. walk.All().Where(Has).Take(IBodyTree.MostHits + 1).Select(_ => walk.Way)]);

        bool Has(XPathNavigator place) => place.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || (!XmlChildren.HasElements(place) && place.Value.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    public Task<(string Text, bool IsCut)> ValueAsync(TreeNode node, CancellationToken cancellationToken)
    {
        var xml = (XmlTreeNode)node;
        var text = xml.HasElements ? xml.Place.OuterXml : xml.Place.Value;
        return Task.FromResult(text.Length <= IBodyTree.LongestValue ? (text, false) : (Cut(text, IBodyTree.LongestValue), true));
    }

    private static XmlTreeNode NodeOf(XPathNavigator place, XmlWay way, int index)
    {
        var hasElements = XmlChildren.HasElements(place);
        var text = hasElements ? "" : place.Value;
        var (line, column) = XmlSource.PlaceOf(place);
        return new XmlTreeNode
        {
            Way = way, Place = place, HasElements = hasElements, Index = index,
            Kind = place.NodeType switch { XPathNodeType.Element => TreeKind.Element, XPathNodeType.Attribute => TreeKind.Attribute, _ => TreeKind.Text },
            Name = NameOf(place, way.Steps[^1].At), Offset = ((long)line << 32) | (uint)column,
            Text = text.Length <= LongestText ? text : $"{Cut(text, LongestText)}…",
            Count = place.NodeType == XPathNodeType.Element ? new XmlChildren(place).Count : 0,
        };
    }

    private static string NameOf(XPathNavigator place, int? at)
    {
        var name = place.NodeType switch { XPathNodeType.Element => place.Name, XPathNodeType.Attribute => $"@{place.Name}", _ => "text()" };
        return at is null ? name : $"{name}[{at}]";
    }

    /// <summary>The first level on which there is something to read: an envelope is gone through, and of a list its first is taken.</summary>
    private List<XmlTreeNode> FirstLevel(Predicate<XmlTreeNode> isIt)
    {
        for (List<XmlTreeNode> level = [NodeOf(root, new XmlWay([StepOf(root)]), 0)]; level.Count > 0; level = [.. level.Where(node => node.IsBranch).SelectMany(FirstOfEach)])
        {
            if (level.Exists(isIt))
            {
                return [.. level.Where(node => node.Kind != TreeKind.Text && node.IsValue)];
            }
        }

        return [];
    }

    private static IEnumerable<XmlTreeNode> FirstOfEach(XmlTreeNode parent)
    {
        var children = new XmlChildren(parent.Place);
        return Enumerable.Range(0, children.Count).Where(at => children.Step(at).At is null or 1).Select(at => NodeOf(children[at], parent.Way.With(children.Step(at)), at));
    }

    private static string Cut(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The framework's own comparer of places is for untyped collections.</summary>
    private sealed class SamePlace : IEqualityComparer<XPathNavigator>
    {
        public static SamePlace Comparer { get; } = new();

        public bool Equals(XPathNavigator? x, XPathNavigator? y) => XPathNavigator.NavigatorComparer.Equals(x, y);

        public int GetHashCode(XPathNavigator obj) => XPathNavigator.NavigatorComparer.GetHashCode(obj);
    }
}
