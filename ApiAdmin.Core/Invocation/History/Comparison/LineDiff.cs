namespace ApiAdmin.Core.Invocation.History.Comparison;

public enum LineChange { Same, Removed, Added }

public sealed record DiffLine(LineChange Change, string Text);

/// <summary>The shortest way from one text's lines to another's (Myers, "An O(ND) Difference Algorithm", 1986), within a bound of work.</summary>
public static class LineDiff
{
    /// <summary>Texts that differ in more lines are told as one removed and one added as a whole.</summary>
    private const int MostChanges = 1_000;

    public static IReadOnlyList<DiffLine> Of(string left, string right)
    {
        var (a, b) = (left.ReplaceLineEndings("\n").Split('\n'), right.ReplaceLineEndings("\n").Split('\n'));
        var head = 0;
        while (head < a.Length && head < b.Length && a[head] == b[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        return
        [
            .. a.Take(head).Select(line => new DiffLine(LineChange.Same, line)),
            .. Middle(a[head..^tail], b[head..^tail]),
            .. a.TakeLast(tail).Select(line => new DiffLine(LineChange.Same, line)),
        ];
    }

    private static IEnumerable<DiffLine> Middle(string[] a, string[] b)
    {
        if (a.Length > 0 && b.Length > 0 && Trace(a, b) is { } trace)
        {
            return Walk(a, b, trace);
        }

        return a.Select(line => new DiffLine(LineChange.Removed, line)).Concat(b.Select(line => new DiffLine(LineChange.Added, line)));
    }

    /// <summary>For each number of changes how far each diagonal gets; null when there are too many.</summary>
    private static List<int[]>? Trace(string[] a, string[] b)
    {
        var most = Math.Min(a.Length + b.Length, MostChanges);
        var reach = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            // Only the diagonals that the step before reached are kept.
            trace.Add(reach[(most + 1 - d)..(most + 2 + d)]);
            for (var k = -d; k <= d; k += 2)
            {
                var at = most + 1 + k;
                var x = k == -d || (k != d && reach[at - 1] < reach[at + 1]) ? reach[at + 1] : reach[at - 1] + 1;
                while (x < a.Length && x - k < b.Length && a[x] == b[x - k])
                {
                    x++;
                }

                reach[at] = x;
                if (x >= a.Length && x - k >= b.Length)
                {
                    return trace;
                }
            }
        }

        return null;
    }

    private static List<DiffLine> Walk(string[] a, string[] b, List<int[]> trace)
    {
        var lines = new List<DiffLine>();
        var (x, y) = (a.Length, b.Length);
        for (var d = trace.Count - 1; d > 0; d--)
        {
            var k = x - y;
            var down = k == -d || (k != d && Reach(trace[d], d, k - 1) < Reach(trace[d], d, k + 1));
            var fromX = down ? Reach(trace[d], d, k + 1) : Reach(trace[d], d, k - 1);
            var fromY = fromX - (down ? k + 1 : k - 1);
            while (x > fromX + (down ? 0 : 1) && y > fromY + (down ? 1 : 0))
            {
                lines.Add(new DiffLine(LineChange.Same, a[--x]));
                y--;
            }

            lines.Add(down ? new DiffLine(LineChange.Added, b[fromY]) : new DiffLine(LineChange.Removed, a[fromX]));
            (x, y) = (fromX, fromY);
        }

        while (x > 0)
        {
            lines.Add(new DiffLine(LineChange.Same, a[--x]));
        }

        lines.Reverse();
        return lines;
    }

    private static int Reach(int[] kept, int d, int k) => kept[k + d];
}
