using System.Xml.XPath;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.Sources;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>An element, attribute or text of an XML body.</summary>
public sealed record XmlTreeNode : TreeNode
{
    public required XmlWay Way { get; init; }

    public required XPathNavigator Place { get; init; }

    /// <summary>Elements are in it: its text would be all of theirs run together.</summary>
    public required bool HasElements { get; init; }

    public override string Path => Way.ToString();

    public override string? EveryPath => Way.Every?.ToString();

    public override OutputSource From => OutputSource.Xml;

    public override bool IsValue => !HasElements && Path.Length <= OutputXPath.Longest;

    public override bool IsBranch => Count > 0;

    public override OutputParam Output(IReadOnlySet<string> taken, bool every) => OutputMaker.Of(Way, Text, taken, every);
}
