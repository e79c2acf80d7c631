using System.Xml;
using System.Xml.XPath;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>
/// Counts the moves of an XPath evaluation and ends it when there are too many: the framework's engine can neither be
/// cancelled nor limited, and <c>//a[//b[//c]]</c> costs the cube of the document.
/// </summary>
internal sealed class BudgetedNavigator : XPathNavigator
{
    private const int MostMoves = 5_000_000;

    private readonly XPathNavigator inner;
    private readonly Counter counter;

    public BudgetedNavigator(XPathNavigator inner)
        : this(inner, new Counter())
    {
    }

    private BudgetedNavigator(XPathNavigator inner, Counter counter) => (this.inner, this.counter) = (inner, counter);

    /// <summary>The same place without the counting.</summary>
    public XPathNavigator Inner => inner;

    public override string BaseURI => inner.BaseURI;

    public override bool IsEmptyElement => inner.IsEmptyElement;

    public override string LocalName => inner.LocalName;

    public override string Name => inner.Name;

    public override XmlNameTable NameTable => inner.NameTable;

    public override string NamespaceURI => inner.NamespaceURI;

    public override XPathNodeType NodeType => inner.NodeType;

    public override string Prefix => inner.Prefix;

    public override string Value => Counted(inner).Value;

    public override XPathNavigator Clone() => new BudgetedNavigator(Counted(inner).Clone(), counter);

    public override bool IsSamePosition(XPathNavigator other) => other is BudgetedNavigator budgeted && inner.IsSamePosition(budgeted.inner);

    public override XmlNodeOrder ComparePosition(XPathNavigator? nav) => nav is BudgetedNavigator budgeted ? Counted(inner).ComparePosition(budgeted.inner) : XmlNodeOrder.Unknown;

    public override bool MoveTo(XPathNavigator other) => other is BudgetedNavigator budgeted && Counted(inner).MoveTo(budgeted.inner);

    public override bool MoveToFirstAttribute() => Counted(inner).MoveToFirstAttribute();

    public override bool MoveToFirstChild() => Counted(inner).MoveToFirstChild();

    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope) => Counted(inner).MoveToFirstNamespace(namespaceScope);

    public override bool MoveToId(string id) => Counted(inner).MoveToId(id);

    public override bool MoveToNext() => Counted(inner).MoveToNext();

    public override bool MoveToNextAttribute() => Counted(inner).MoveToNextAttribute();

    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope) => Counted(inner).MoveToNextNamespace(namespaceScope);

    public override bool MoveToParent() => Counted(inner).MoveToParent();

    public override bool MoveToPrevious() => Counted(inner).MoveToPrevious();

    private XPathNavigator Counted(XPathNavigator navigator)
    {
        if (++counter.Moves > MostMoves)
        {
            throw new XPathBudgetException();
        }

        return navigator;
    }

    private sealed class Counter
    {
        public int Moves { get; set; }
    }
}

/// <summary>The evaluation looked at too much; caught where it was begun.</summary>
internal sealed class XPathBudgetException : Exception;
