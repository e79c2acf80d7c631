using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>
/// A query as rows. The URL's own text is sent before the rows, so rows are made from behind the last pair that a row
/// would send otherwise, such as a name without <c>=</c>.
/// </summary>
internal sealed class CurlQuery(CurlFiles files, List<CurlNote> notes)
{
    private readonly List<(string Text, string? Input)> pairs = [];

    /// <summary>What stays in the URL; null when nothing does.</summary>
    public string? Literal => First() == 0 ? null : string.Join('&', pairs.Take(First()).Select(pair => pair.Text));

    public IEnumerable<RequestParam> Rows =>
        PairRows.Of(pairs.Skip(First()).Select(pair => (pair.Text, pair.Input)), ParamPlace.Query);

    public void Add(string? query)
    {
        if (query is not null)
        {
            Append(query.Split('&').Select(pair => (pair, (string?)null)));
        }
    }

    public void Add(IEnumerable<DataPart> parts)
    {
        foreach (var part in parts)
        {
            if (part.File is null)
            {
                Add(part.Text);
            }
            else if (part.Prefix.Length > 1)
            {
                Append([(part.Prefix, files.Input(part.File))]);
            }
            else
            {
                notes.Add(new CurlNote("@" + part.File, $"The content of {Quoted.Text(part.File)} would be the query. Add its names as Request params."));
            }
        }
    }

    /// <summary>Empty pairs count only at the very end, where a server may see them.</summary>
    private void Append(IEnumerable<(string Text, string? Input)> more)
    {
        pairs.RemoveAll(pair => pair.Text.Length == 0);
        var list = more.ToList();
        pairs.AddRange(list.Where((pair, index) => pair.Text.Length > 0 || (index == list.Count - 1 && list.Count > 1)));
    }

    private int First() => pairs.FindLastIndex(pair => !PairRows.IsPair(pair.Text)) + 1;
}
