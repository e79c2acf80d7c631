namespace ApiAdmin.Web.App.Palette;

/// <summary>One thing the command palette leads to: an address, or a button's own action in the browser.</summary>
public sealed record PaletteEntry
{
    /// <summary>The action that lists the keys.</summary>
    public const string Help = "help";

    public required PaletteGroup Group { get; init; }

    public required string Text { get; init; }

    /// <summary>A second, quieter text: the key of an API, the keys that do the same.</summary>
    public string? Hint { get; init; }

    public required string Icon { get; init; }

    public string? Href { get; init; }

    /// <summary>Instead of an address: <see cref="Help"/>, or what a button of the page does in the browser, as <c>theme</c>.</summary>
    public string? Action { get; init; }
}

public enum PaletteGroup { Recent, Customers, Apis, Pages, Actions }
