using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Validation;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>How the copy of an API is called: "Order status (copy)" with the first free of <c>order-status-copy</c>, <c>order-status-copy-2</c> …</summary>
internal static class DefinitionCopy
{
    private const string NameEnd = " (copy)";

    public static async Task<ApiDefinition> OfAsync(AppDbContext db, ApiDefinition source, CancellationToken cancellationToken) => source with
    {
        Key = await FreeKey.WithAsync(db, source.Key, "copy", cancellationToken),
        Name = Cut(source.Name, NameText.Longest - NameEnd.Length).TrimEnd() + NameEnd,
    };

    /// <summary>Never between the halves of a character.</summary>
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
