using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Definitions.Conflicts;

namespace ApiAdmin.Tests.Definitions.Conflicts;

public sealed class ConflictTests
{
    private static readonly ApiDefinition Opened = new()
    {
        Key = "order",
        Name = "Order",
        Url = "https://crm.example.com/",
        Parameters = [Query("a"), Query("b"), Query("c")],
    };

    [Fact]
    public void Parts_OfAFullDefinition_MakeTheSameDefinitionAgain()
    {
        var full = FullDefinition.Create();

        // Of a list typed by hand the blanks between its values are not kept; every digit is.
        Assert.Equal(Json(full).Replace(", ", ",", StringComparison.Ordinal), Json(new DefinitionParts(full).ToDefinition()).Replace(", ", ",", StringComparison.Ordinal));
    }

    [Fact]
    public void Merge_OfTwoRowsOfOneGrid_KeepsBothChanges()
    {
        var mine = Opened with { Parameters = [Query("a") with { Required = true }, Query("b"), Query("c")] };
        var theirs = Opened with { Parameters = [Query("a"), Query("b") with { Description = "theirs" }, Query("c")] };
        var conflict = Of(mine, theirs);

        Assert.Equal([("a", Side.Mine, false), ("b", Side.Theirs, false)], conflict.Fields.Select(f => (f.Place.Row!, f.Proposed, f.BothChanged)));
        Assert.Equal([Query("a") with { Required = true }, Query("b") with { Description = "theirs" }, Query("c")], Merged(conflict).Parameters);
    }

    [Fact]
    public void Merge_OfTwoLimits_KeepsBothChanges()
    {
        var mine = Opened with { Limits = Opened.Limits with { TimeoutMs = 900 } };
        var theirs = Opened with { Limits = Opened.Limits with { FollowRedirects = 2 } };

        Assert.Equal(new InvocationLimits { TimeoutMs = 900, FollowRedirects = 2 }, Merged(Of(mine, theirs)).Limits);
    }

    [Fact]
    public void Merge_OfTheSameRow_AsksAndTakesWhatIsChosen()
    {
        var mine = Opened with { Parameters = [Query("a") with { Description = "mine" }, Query("b"), Query("c")] };
        var theirs = Opened with { Parameters = [Query("a") with { Description = "theirs" }, Query("b"), Query("c")] };
        var conflict = Of(mine, theirs);

        var field = Assert.Single(conflict.Fields);
        Assert.True(field.BothChanged);
        Assert.Equal(mine, Merged(conflict));
        Assert.Equal(theirs, conflict.Merge(new Dictionary<ConflictPlace, Side> { [field.Place] = Side.Theirs }));
    }

    [Fact]
    public void Merge_OfRowsThatEachAdded_PutsEachBehindTheRowItStoodBehind()
    {
        var mine = Opened with { Parameters = [Query("a"), Query("mine"), Query("b"), Query("c")] };
        var theirs = Opened with { Parameters = [Query("first"), Query("a"), Query("b"), Query("c"), Query("last")] };

        Assert.Equal(["first", "a", "mine", "b", "c", "last"], Merged(Of(mine, theirs)).Parameters.Select(p => p.Name));
    }

    [Fact]
    public void Merge_OfARowThatIRemovedAndTheyLeft_IsWithoutIt()
    {
        var mine = Opened with { Parameters = [Query("a"), Query("c")] };
        var theirs = Opened with { Name = "Theirs" };

        var merged = Merged(Of(mine, theirs));
        Assert.Equal(["a", "c"], merged.Parameters.Select(p => p.Name));
        Assert.Equal("Theirs", merged.Name);
    }

    [Fact]
    public void Merge_OfAnotherOrder_IsAChoiceOfItsOwn()
    {
        var mine = Opened with { Parameters = [Query("c"), Query("a"), Query("b")] };
        var theirs = Opened with { Parameters = [Query("a"), Query("b") with { Required = true }, Query("c")] };
        var conflict = Of(mine, theirs);
        var order = Assert.Single(conflict.Fields, f => f.Place.IsOrder);

        Assert.Equal(["c", "a", "b"], Merged(conflict).Parameters.Select(p => p.Name));
        Assert.Equal(["a", "b", "c"], conflict.Merge(new Dictionary<ConflictPlace, Side> { [order.Place] = Side.Theirs }).Parameters.Select(p => p.Name));
        Assert.True(Merged(conflict).Parameters.Single(p => p.Name == "b").Required);
    }

    [Fact]
    public void Merge_OfTwoRowsOfTheSameName_KeepsThemApart()
    {
        var opened = Opened with { Headers = [Header("X", "1"), Header("X", "2")] };
        var mine = opened with { Headers = [Header("X", "1"), Header("X", "mine")] };
        var theirs = opened with { Headers = [Header("X", "theirs"), Header("X", "2")] };

        Assert.Equal([Header("X", "theirs"), Header("X", "mine")], Merged(Of(mine, theirs, opened)).Headers);
    }

    private static string Json(ApiDefinition definition) => JsonSerializer.Serialize(definition, DefinitionJson.Options);

    private static ApiDefinition Merged(Conflict conflict) => conflict.Merge(new Dictionary<ConflictPlace, Side>());

    private static Conflict Of(ApiDefinition mine, ApiDefinition theirs, ApiDefinition? opened = null) => new(
        new StaleException("order", "Ben", DateTimeOffset.UnixEpoch, "2"),
        opened ?? Opened,
        new StoredApi { Definition = theirs, Tag = "2", CreatedBy = "Ann", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedBy = "Ben", UpdatedAt = DateTimeOffset.UnixEpoch },
        mine);

    private static RequestParam Query(string name) => new() { Name = name, In = ParamPlace.Query };

    private static HeaderParam Header(string name, string value) => new() { Name = name, Value = new ConstantValue { Value = RawJson.String(value) } };
}
