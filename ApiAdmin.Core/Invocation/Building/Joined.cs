using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

internal static class Joined
{
    public static MaskedText Comma(IEnumerable<MaskedText> texts) => With(",", texts);

    public static MaskedText With(string separator, IEnumerable<MaskedText> texts)
    {
        var parts = new List<MaskedText>();
        foreach (var text in texts)
        {
            if (parts.Count > 0)
            {
                parts.Add(MaskedText.Plain(separator));
            }

            parts.Add(text);
        }

        return MaskedText.Concat(parts);
    }
}

internal static class RowPath
{
    /// <summary>Where to mend a row's value: at the input that gave it, or at the row.</summary>
    public static string Of(Param row, string path) => DeclaredInput.NameOf(row) is { } input ? $"inputs.{input}" : path;
}
