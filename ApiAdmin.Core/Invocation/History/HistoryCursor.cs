using System.Globalization;

namespace ApiAdmin.Core.Invocation.History;

/// <summary>The place after one row: its time and id. Rows that are added meanwhile stand before it and move nothing.</summary>
internal sealed record HistoryCursor(DateTimeOffset StartedAt, string Id)
{
    private const int LongestId = 64;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartedAt.UtcTicks}-{Id}");

    /// <summary>Null when the text is no cursor.</summary>
    public static HistoryCursor? Parse(string? text)
    {
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && text!.Length - dash - 1 is > 0 and <= LongestId
            && text.AsSpan(dash + 1).IndexOfAnyExceptInRange('!', '~') < 0
            ? new HistoryCursor(new DateTimeOffset(ticks, TimeSpan.Zero), text[(dash + 1)..])
            : null;
    }
}
