using ApiAdmin.Core;
using ApiAdmin.Core.Invocation.Reading.Tree;
using ApiAdmin.Web.Definitions.Editing;
using ApiAdmin.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>
/// A body of JSON or XML as a tree in which values are clicked to become outputs. Only the rows in sight are read, from the body on the server,
/// and only they are on the page. Outside the page of an API it is for looking only.
/// </summary>
public sealed partial class BodyTree
{
    private const int RowHeight = 28;

    private Virtualize<TreeItem>? list;
    private TreeRows? rows;
    private XmlTreeReader? kept;
    private KnownOutputs known = new([]);
    private TreeHits hits = TreeHits.None;
    private TreeItem? selected;
    private (string Text, bool IsCut) value;
    private Debounce? finding;
    private string typed = "";
    private string? failure;
    private bool opened;
    private int at;
    private int hitPosition = -1;
    private int? toReveal;
    private bool hasGrown;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<BodyTree> Logger { get; init; }

    [CascadingParameter]
    public EditSession? Session { get; set; }

    [Parameter, EditorRequired]
    public required BodySource Source { get; set; }

    /// <summary>What to show first.</summary>
    [Parameter]
    public BodyTarget? Target { get; set; }

    private static string IdOf(int position) => $"tree-{position}";

    private bool IsHit(int position) => hitPosition == position;

    protected override async Task OnInitializedAsync()
    {
        finding = new Debounce(Time, TimeSpan.FromMilliseconds(250));
        if (Session is not null)
        {
            Session.Model.Outputs.Changed += OnOutputsChanged;
            known = new KnownOutputs(Session.Model.Outputs.Values);
        }

        await ReadAsync(async reader =>
        {
            rows = await TreeRows.OfAsync(reader, Stopped);
            if (rows is not null && Target?.Looked is { } looked)
            {
                typed = looked.Path;
                hits = await TreeHits.OfAsync(reader, typed, Stopped);
                await GoToHitAsync(reader);
            }
            else if (rows is not null && Target is { } target && await target.WayAsync(reader, Stopped) is { } way)
            {
                await GoAsync(reader, way);
            }
        });
        opened = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if ((toReveal is not null || hasGrown) && list is not null)
        {
            int? top = toReveal * RowHeight;
            (toReveal, hasGrown) = (null, false);
            await Js.InvokeVoidAsync("apiAdmin.scrollTree", Stopped, "body-tree", top);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (Session is not null)
        {
            Session.Model.Outputs.Changed -= OnOutputsChanged;
        }

        finding?.Dispose();
        base.Dispose(disposing);
    }

    private void OnOutputsChanged() => _ = InvokeAsync(() =>
    {
        known = new KnownOutputs(Session!.Model.Outputs.Values);
        StateHasChanged();
    });

    private async ValueTask<ItemsProviderResult<TreeItem>> ProvideAsync(ItemsProviderRequest request)
    {
        IReadOnlyList<TreeRow> read = [];
        await ReadAsync(async reader => read = await rows!.ReadAsync(reader, request.StartIndex, request.Count, request.CancellationToken));
        return new ItemsProviderResult<TreeItem>(read.Select((row, i) => new TreeItem(request.StartIndex + i, row)), rows!.Count);
    }

    private async Task SelectAsync(TreeItem item)
    {
        selected = item;
        await ReadAsync(async reader => value = await reader.ValueAsync(item.Row.Node, Stopped));
    }

    private async Task ToggleAsync(TreeItem item)
    {
        var way = rows!.WayTo(item.Position);
        await ReadAsync(reader => rows.ToggleAsync(reader, item.Row, way, Stopped));
        if (selected is { } chosen && chosen.Position > item.Position)
        {
            // What was chosen has moved, or shows no more.
            selected = null;
        }

        hitPosition = -1;
        await RefreshAsync();
        hasGrown = true;
    }

    /// <summary>Opens what is around a value, chooses it and brings it into sight.</summary>
    private async Task GoAsync(IBodyTree reader, int[] way)
    {
        var position = await rows!.RevealAsync(reader, way, Stopped);
        var row = (await rows.ReadAsync(reader, position, 1, Stopped))[0];
        (selected, hitPosition, toReveal) = (new TreeItem(position, row), position, position);
        value = await reader.ValueAsync(row.Node, Stopped);
    }

    private Task FindLaterAsync(string text)
    {
        typed = text;
        return finding!.RunAsync(_ => InvokeAsync(async () =>
        {
            await FindAsync(text);
            StateHasChanged();
        }));
    }

    private async Task FindAsync(string text)
    {
        (at, hitPosition) = (0, -1);
        if (text.Length == 0)
        {
            hits = TreeHits.None;
            return;
        }

        await ReadAsync(async reader =>
        {
            hits = await TreeHits.OfAsync(reader, text, Stopped);
            await GoToHitAsync(reader);
        });
        await RefreshAsync();
    }

    private async Task StepAsync(int by)
    {
        at = hits.Count == 0 ? 0 : (at + by + hits.Count) % hits.Count;
        await ReadAsync(GoToHitAsync);
        await RefreshAsync();
    }

    private async Task GoToHitAsync(IBodyTree reader)
    {
        if (hits.Count > 0 && await hits.WayAsync(reader, at, Stopped) is { } way)
        {
            await GoAsync(reader, way);
        }
    }

    private Task RefreshAsync() => list?.RefreshDataAsync() ?? Task.CompletedTask;

    // A large body off the circuit's own flow; the file is closed before anything is drawn.
    private async Task ReadAsync(Func<IBodyTree, Task> read)
    {
        failure = null;
        try
        {
            await (Source.IsLarge ? Task.Run(() => OpenAsync(read), Stopped) : OpenAsync(read));
        }
        catch (OperationCanceledException)
        {
            // The page is gone, or has scrolled on.
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (Exception exception)
        {
            PanelLog.BodyFailed(Logger, "", exception);
            failure = L["Body.Failed"];
        }
    }

    private async Task OpenAsync(Func<IBodyTree, Task> read)
    {
        if (kept is not null)
        {
            await read(kept);
            return;
        }

        await using var body = await Source.OpenAsync(await ActorAsync(), Stopped);
        IBodyTree? tree = Source.LooksLikeXml ? await XmlTreeReader.OfAsync(body, Stopped) : await BodyTreeReader.OfAsync(body, Stopped);
        kept = tree as XmlTreeReader;
        if (tree is not null)
        {
            await read(tree);
        }
    }
}
