namespace ApiAdmin.Web.Shared.Grid;

/// <summary>Rows at one moment.</summary>
/// <param name="Beside">What the companion of the rows was then.</param>
public sealed record RowState<T>(IReadOnlyList<GridRow<T>> Rows, object? Beside);

/// <summary>
/// The states a list of rows was in, for Ctrl+Z and Ctrl+Y. Rows are immutable, so that a state is no more than the
/// references to them. Changes with the same key (the keystrokes in one cell) are one step.
/// </summary>
public sealed class RowHistory<T>
{
    private const int Deepest = 100;

    private readonly LinkedList<RowState<T>> before = [];
    private readonly Stack<RowState<T>> after = [];
    private object? lastKey;

    /// <summary>Remembers how the rows are just now, before they change.</summary>
    /// <param name="key">Null is never the same step as another.</param>
    public void Record(RowState<T> now, object? key)
    {
        after.Clear();
        if (key is null || !key.Equals(lastKey))
        {
            before.AddLast(now);
            if (before.Count > Deepest)
            {
                before.RemoveFirst();
            }
        }

        lastKey = key;
    }

    /// <summary>What comes next is a step of its own.</summary>
    public void EndStep() => lastKey = null;

    public void Clear()
    {
        before.Clear();
        after.Clear();
        lastKey = null;
    }

    /// <summary>The rows before the last step; null when there is none.</summary>
    public RowState<T>? Back(RowState<T> now)
    {
        if (before.Last is not { } last)
        {
            return null;
        }

        before.RemoveLast();
        after.Push(now);
        lastKey = null;
        return last.Value;
    }

    /// <summary>The rows as they were before the last <see cref="Back"/>; null when something else changed since.</summary>
    public RowState<T>? Forward(RowState<T> now)
    {
        if (!after.TryPop(out var next))
        {
            return null;
        }

        before.AddLast(now);
        lastKey = null;
        return next;
    }
}
