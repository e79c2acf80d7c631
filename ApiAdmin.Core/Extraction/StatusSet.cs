using System.Collections;
using System.Globalization;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction;

/// <summary>Statuses given one by one (<c>204</c>) and by class (<c>2xx</c>).</summary>
internal sealed class StatusSet
{
    private readonly BitArray statuses = new(1_000);

    public StatusSet(ValueList<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            Add(pattern.Trim());
        }

        Text = Quoted.List(patterns);
    }

    /// <summary>As the definition says it.</summary>
    public string Text { get; }

    public bool Contains(int status) => status is >= 0 and < 1_000 && statuses[status];

    private void Add(string pattern)
    {
        if (pattern.Length == 3 && char.IsAsciiDigit(pattern[0]) && pattern.EndsWith("xx", StringComparison.OrdinalIgnoreCase))
        {
            var first = (pattern[0] - '0') * 100;
            for (var status = first; status < first + 100; status++)
            {
                statuses[status] = true;
            }
        }
        else if (int.TryParse(pattern, NumberStyles.None, CultureInfo.InvariantCulture, out var one) && one < 1_000)
        {
            statuses[one] = true;
        }
    }
}
