using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Shared.Grid;

namespace ApiAdmin.Tests.Definitions;

public sealed class RowListTests
{
    private readonly RowList<HeaderParam> rows = new(() => new HeaderParam { Name = "" });

    [Fact]
    public void Undo_AfterTypingInOneCell_TakesTheWholeWordBack()
    {
        rows.Reset([Header("one")]);
        Type(1, "t", "tw", "two");

        Assert.Equal(1, rows.Undo());
        Assert.Equal(["one"], Names());
        Assert.Null(rows.Undo());
    }

    [Fact]
    public void Undo_AfterAnotherRowWasVisited_TakesOnlyWhatWasTypedSince()
    {
        rows.Reset([Header("one")]);
        Type(1, "two");
        rows.EndStep();
        Type(1, "twos");

        rows.Undo();
        Assert.Equal(["two"], Names());
    }

    [Fact]
    public void Undo_AfterASwitch_IsAStepForEachClick()
    {
        rows.Reset([Header("one")]);
        rows.Set(1, Header("one") with { Enabled = false });
        rows.Set(1, Header("one"));

        rows.Undo();
        Assert.False(rows.Rows[0].Value.Enabled);
        rows.Undo();
        Assert.True(rows.Rows[0].Value.Enabled);
    }

    [Fact]
    public void Undo_AfterAnotherSource_IsAStepApartFromItsText()
    {
        rows.Reset([Header("one")]);
        rows.Set(1, Header("one") with { Value = Constant("") });
        rows.Set(1, Header("one") with { Value = Constant("a") });
        rows.Set(1, Header("one") with { Value = Constant("ab") });

        rows.Undo();
        Assert.Equal(Constant(""), rows.Rows[0].Value.Value);
        rows.Undo();
        Assert.Equal(new CallerValue(), rows.Rows[0].Value.Value);
    }

    [Fact]
    public void Undo_OfEveryKindOfStep_GoesBackToTheBeginningAndRedoToTheEnd()
    {
        rows.Reset([Header("a"), Header("b"), Header("c")]);
        rows.Move(3, -2);
        rows.Remove(2);
        rows.Add(Header("d"));
        rows.Load([Header("x"), Header("y")]);

        Assert.All([1, 2, 3, 4], _ => Assert.NotNull(rows.Undo()));
        Assert.Equal(["a", "b", "c"], Names());
        Assert.Null(rows.Undo());
        Assert.All([1, 2, 3, 4], _ => Assert.NotNull(rows.Redo()));
        Assert.Equal(["x", "y"], Names());
        Assert.Null(rows.Redo());
    }

    [Fact]
    public void Redo_AfterAnotherChange_IsGone()
    {
        rows.Reset([Header("a")]);
        Type(1, "b");
        rows.Undo();
        Type(1, "c");

        Assert.Null(rows.Redo());
        Assert.Equal(["c"], Names());
    }

    [Fact]
    public void Undo_OfATypedRow_LeavesItsNumberUnused()
    {
        Type(1, "new");
        rows.Undo();
        Assert.Equal(2, rows.NextId);
        Type(1, "late keystroke");
        Assert.Empty(rows.Rows);

        rows.Redo();
        Assert.Equal(["new"], Names());
    }

    [Fact]
    public void Undo_AfterManySteps_ReachesAHundredBack()
    {
        for (var i = 0; i < 150; i++)
        {
            rows.Add(Header($"h{i}"));
            rows.EndStep();
        }

        var steps = 0;
        while (rows.Undo() is not null)
        {
            steps++;
        }

        Assert.Equal((100, 50), (steps, rows.Rows.Count));
    }

    [Fact]
    public void Load_WithTheSameStep_IsUndoneAtOnce()
    {
        rows.Reset([Header("a")]);
        rows.Load([Header("ab")], "text");
        rows.Load([Header("abc"), Header("d")], "text");

        rows.Undo();
        Assert.Equal(["a"], Names());
    }

    private static HeaderParam Header(string name) => new() { Name = name };

    private static ConstantValue Constant(string text) => new() { Value = RawJson.String(text) };

    private void Type(int id, params string[] texts)
    {
        foreach (var text in texts)
        {
            rows.Set(id, Header(text));
        }
    }

    private string[] Names() => [.. rows.Values.Select(row => row.Name)];
}
