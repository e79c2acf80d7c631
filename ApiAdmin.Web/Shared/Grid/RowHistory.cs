namespace ApiAdmin.Web.Shared.Grid;

/// <summary>
/// The states a list of rows was in, for Ctrl+Z and Ctrl+Y. Rows are immutable, so that a state is no more than the
/// references to them. Changes with the same key (the keystrokes in one cell) are one step.
/// </summary>
public sealed class RowHistory<T>
{
    private const int Deepest = 100;

    private readonly LinkedList<GridRow<T>[]> before = [];
    private readonly Stack<GridRow<T>[]> after = [];
    private object? lastKey;

    /// <summary>Remembers how the rows are just now, before they change.</summary>
    /// <param name="key">Null is never the same step as another.</param>
    public void Record(IReadOnlyList<GridRow<T>> rows, object? key)
    {
        after.Clear();
        if (key is null || !key.Equals(lastKey))
        {
            before.AddLast([.. rows]);
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
    public IReadOnlyList<GridRow<T>>? Back(IReadOnlyList<GridRow<T>> now)
    {
        if (before.Last is not { } last)
        {
            return null;
        }

        before.RemoveLast();
        after.Push([.. now]);
        lastKey = null;
        return last.Value;
    }

    /// <summary>The rows as they were before the last <see cref="Back"/>; null when something else changed since.</summary>
    public IReadOnlyList<GridRow<T>>? Forward(IReadOnlyList<GridRow<T>> now)
    {
        if (!after.TryPop(out var next))
        {
            return null;
        }

        before.AddLast([.. now]);
        lastKey = null;
        return next;
    }
}
