using System.Globalization;
using ApiAdmin.Core.Invocation.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ApiAdmin.Web.Invocation.Panel.Body;

/// <summary>What is looked for: Enter looks, then steps through what was found, with Shift backwards.</summary>
public sealed partial class BodySearchBar
{
    private string text = "";
    private string searched = "";

    /// <summary>Of the last search; null before the first.</summary>
    [Parameter, EditorRequired]
    public BodyMatches? Matches { get; set; }

    /// <summary>Which of them is shown, from 0.</summary>
    [Parameter, EditorRequired]
    public int At { get; set; }

    [Parameter]
    public EventCallback<string> OnSearch { get; set; }

    [Parameter]
    public EventCallback<int> OnMove { get; set; }

    private int Count => Matches?.Items.Count ?? 0;

    private string Status => Matches is null ? ""
        : Count == 0 ? L["Body.SearchNone"]
        : L[Matches.More ? "Body.SearchAtMore" : "Body.SearchAt", Number(At + 1), Number(Count)];

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);

    private Task TypeAsync(string typed)
    {
        var wasEmpty = text.Length == 0;
        text = typed;
        if (wasEmpty != (text.Length == 0))
        {
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    private Task KeyAsync(KeyboardEventArgs args) => args switch
    {
        { Key: "Enter", CtrlKey: false, MetaKey: false, ShiftKey: true } => PreviousAsync(),
        { Key: "Enter", CtrlKey: false, MetaKey: false } => NextAsync(),
        _ => Task.CompletedTask,
    };

    private Task PreviousAsync() => StepAsync(-1);

    private Task NextAsync() => StepAsync(1);

    private Task StepAsync(int by)
    {
        if (text == searched && Count > 0)
        {
            return OnMove.InvokeAsync(by);
        }

        searched = text;
        return OnSearch.InvokeAsync(text);
    }
}
