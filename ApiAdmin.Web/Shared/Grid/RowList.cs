namespace ApiAdmin.Web.Shared.Grid;

/// <summary>A row as a grid knows it: the value is replaced as a whole, the id stays.</summary>
public sealed record GridRow<T>(int Id, T Value);

/// <summary>A row that was taken out and where it stood, for Undo.</summary>
public sealed record RemovedRow<T>(int Index, GridRow<T> Row);

/// <summary>The rows of one grid. Setting the row of <see cref="NextId"/> adds it: that is how typing in the empty last row works.</summary>
public sealed class RowList<T>(Func<T> blank)
    where T : notnull
{
    private readonly List<GridRow<T>> rows = [];
    private readonly RowHistory<T> history = new();

    /// <summary>Raised after every change of a value or of the order.</summary>
    public event Action? Changed;

    public IReadOnlyList<GridRow<T>> Rows => rows;

    /// <summary>Null while the rows show as rows.</summary>
    public RowTextEdit<T>? Text { get; set; }

    public int NextId { get; private set; } = 1;

    public IRowCompanion? Companion { get; set; }

    /// <summary>The empty row after the last one.</summary>
    public GridRow<T> Ghost => new(NextId, blank());

    private RowState<T> Now => new([.. rows], Companion?.State);

    public IEnumerable<T> Values => rows.Select(row => row.Value);

    public bool IsGhost(int id) => id == NextId;

    public int IndexOf(int id) => rows.FindIndex(row => row.Id == id);

    /// <summary>Takes the values of another definition: there is nothing to undo before them.</summary>
    public void Reset(IEnumerable<T> values)
    {
        Text = null;
        Load(values);
        history.Clear();
    }

    /// <summary>Takes other values; a row that has the same value at the same index keeps its id, and so its focus.</summary>
    /// <param name="step">Loads with the same key, one after the other, are one step to undo.</param>
    public void Load(IEnumerable<T> values, object? step = null)
    {
        var loaded = values.Select((value, i) =>
            i < rows.Count && rows[i].Value.Equals(value) ? rows[i] : new GridRow<T>(NextId++, value)).ToList();
        if (loaded.SequenceEqual(rows))
        {
            return;
        }

        history.Record(Now, step);
        Show(loaded);
    }

    /// <summary>Takes rows that were made of these; a new one (id 0) keeps the number that the row in its place got before it.</summary>
    /// <param name="step">What is taken with the same key, one after the other, is one step to undo.</param>
    /// <param name="beside">The companion changes too, so that this is a step even when the rows stay.</param>
    public void Take(IReadOnlyList<GridRow<T>> made, object step, bool beside)
    {
        var known = made.Select(row => row.Id).ToHashSet();
        var taken = made.Select((row, i) => row.Id != 0 ? row : row with { Id = i < rows.Count && !known.Contains(rows[i].Id) ? rows[i].Id : NextId++ }).ToList();
        if (beside || !taken.SequenceEqual(rows))
        {
            history.Record(Now, step);
            Show(taken);
        }
    }

    /// <summary>Replaces the value of a row, or adds the row when it is the empty last one.</summary>
    public void Set(int id, T value)
    {
        var index = IndexOf(id);
        if (index < 0 && !IsGhost(id))
        {
            return;
        }

        var before = index < 0 ? blank() : rows[index].Value;
        if (index >= 0 && before.Equals(value))
        {
            return;
        }

        history.Record(Now, RowDifference.TypedMember(before, value) is { } member ? (id, member) : null);
        if (index < 0)
        {
            rows.Add(new GridRow<T>(id, value));
            NextId++;
        }
        else
        {
            rows[index] = new GridRow<T>(id, value);
        }

        Changed?.Invoke();
    }

    public int Add(T value)
    {
        var id = NextId;
        Set(id, value);
        return id;
    }

    /// <summary>Puts new rows in, as one step.</summary>
    /// <param name="instead">The row whose place they take, if they do.</param>
    /// <returns>The ids of the new rows.</returns>
    public IReadOnlyList<int> Insert(int index, IReadOnlyList<T> values, int? instead = null)
    {
        if (values.Count == 0)
        {
            return [];
        }

        history.Record(Now, null);
        var added = values.Select(value => new GridRow<T>(NextId++, value)).ToList();
        rows.InsertRange(index, added);
        rows.RemoveAll(row => row.Id == instead);
        Changed?.Invoke();
        return [.. added.Select(row => row.Id)];
    }

    /// <summary>Takes those out that are still there, as one step.</summary>
    public void RemoveAll(IReadOnlyCollection<int> ids)
    {
        history.Record(Now, null);
        rows.RemoveAll(row => ids.Contains(row.Id));
        Changed?.Invoke();
    }

    public RemovedRow<T>? Remove(int id)
    {
        var index = IndexOf(id);
        if (index < 0)
        {
            return null;
        }

        history.Record(Now, null);
        var removed = new RemovedRow<T>(index, rows[index]);
        rows.RemoveAt(index);
        Changed?.Invoke();
        return removed;
    }

    public void Restore(RemovedRow<T> removed)
    {
        history.Record(Now, null);
        rows.Insert(Math.Min(removed.Index, rows.Count), removed.Row);
        Changed?.Invoke();
    }

    /// <summary>Moves a row up (negative) or down, as far as there is room.</summary>
    public void Move(int id, int by)
    {
        var from = IndexOf(id);
        var to = Math.Clamp(from + by, 0, Math.Max(rows.Count - 1, 0));
        if (from < 0 || from == to)
        {
            return;
        }

        history.Record(Now, null);
        var row = rows[from];
        rows.RemoveAt(from);
        rows.Insert(to, row);
        Changed?.Invoke();
    }

    /// <summary>What is typed next is undone apart from what was typed before: somebody went to another row.</summary>
    public void EndStep() => history.EndStep();

    /// <summary>Takes the last step back.</summary>
    /// <param name="at">The row somebody is in: they stay there when the step has to do with it.</param>
    /// <returns>The row it happened in, or the one now in its place; null when there was no step.</returns>
    public int? Undo(int? at = null) => Follow(history.Back(Now), at);

    /// <summary>Takes the last <see cref="Undo"/> back.</summary>
    public int? Redo(int? at = null) => Follow(history.Forward(Now), at);

    private int? Follow(RowState<T>? state, int? at)
    {
        if (state is null)
        {
            return null;
        }

        var first = state.Rows.Zip(rows).TakeWhile(pair => pair.First == pair.Second).Count();
        var last = state.Rows.Reverse().Zip(Enumerable.Reverse(rows)).TakeWhile(pair => pair.First == pair.Second).Count();
        var same = state.Rows.SequenceEqual(rows);
        if (state.Beside is { } beside)
        {
            Companion?.Return(beside);
        }

        Show(state.Rows);
        return same || rows.Skip(first).SkipLast(last).Any(row => row.Id == at) ? at ?? NextId : first < rows.Count ? rows[first].Id : NextId;
    }

    private void Show(IReadOnlyList<GridRow<T>> state)
    {
        rows.Clear();
        rows.AddRange(state);
        Changed?.Invoke();
    }
}
