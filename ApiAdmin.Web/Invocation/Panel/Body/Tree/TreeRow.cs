using ApiAdmin.Core.Invocation.Reading.Tree;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>A value as it stands among those that show.</summary>
/// <param name="Level">From 1, as a screen reader counts.</param>
/// <param name="Siblings">How many values its parent has.</param>
public sealed record TreeRow(TreeNode Node, int Level, int Siblings, bool IsOpen)
{
    public string Path { get; } = Node.Path;
}
