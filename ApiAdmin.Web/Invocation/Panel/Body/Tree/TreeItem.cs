namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>A row at its position among all that show.</summary>
public sealed record TreeItem(int Position, TreeRow Row);
