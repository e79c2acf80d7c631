namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>
/// A category as the levels between its slashes: "Orders / EU" is the path <c>Orders/EU/</c>. Each level ends in a slash,
/// so that a category with all below it is the range from its path to <see cref="After"/>, and "Ordersheet" is not in it.
/// </summary>
internal static class CategoryPath
{
    /// <summary>Blank levels count for nothing; no category is the empty path.</summary>
    public static string Of(string category) =>
        string.Concat(category.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(level => level + "/"));

    /// <summary>The first text, in the order of bytes, after everything that begins with the path.</summary>
    public static string After(string path) => path[..^1] + (char)('/' + 1);
}
