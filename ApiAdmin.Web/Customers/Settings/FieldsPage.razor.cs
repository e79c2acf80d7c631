using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;

namespace ApiAdmin.Web.Customers.Settings;

/// <summary>The fields this installation adds to customers, in the order in which they stand on a customer's page.</summary>
public sealed partial class FieldsPage
{
    private const int MostShown = 6;

    private IReadOnlyList<StoredField>? fields;
    private string? failure;
    private bool busy;

    [Inject]
    public required CustomerFieldService Fields { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        failure = null;
        try
        {
            fields = await Fields.ListAsync(await ActorAsync(), Stopped);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }

    private async Task OpenAsync(StoredField? stored)
    {
        var order = fields is { Count: > 0 } ? fields.Max(known => known.Field.Order) + 1 : 1;
        var parameters = new DialogParameters<FieldDialog> { { dialog => dialog.Stored, stored }, { dialog => dialog.Order, order } };
        var dialog = await Dialogs.ShowAsync<FieldDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true });
        await dialog.Result;
        await LoadAsync();
    }

    private Task SwitchAsync(StoredField stored) => DoAsync(actor =>
        Fields.UpdateAsync(actor, stored.Field.Id, stored.Field with { Enabled = !stored.Field.Enabled }, stored.Tag, Stopped));

    private async Task DeleteAsync(StoredField stored)
    {
        await DoAsync(async actor =>
        {
            var (field, count) = (stored.Field, await Fields.CountValuesAsync(actor, stored.Field.Id, Stopped));
            if (await TypedConfirmation.AskAsync(Dialogs, C["Settings.DeleteTitle", field.Title], C["Fields.DeleteText", count], field.Id, C["Settings.Delete"]))
            {
                await Fields.DeleteAsync(actor, field.Id, stored.Tag, Stopped);
                Snackbar.Add(C["Settings.Deleted", field.Title], Severity.Success);
            }
        });
    }

    private async Task MoveByKeyAsync(KeyboardEventArgs args, int index)
    {
        if (args is { AltKey: true, Key: "ArrowUp" or "ArrowDown" })
        {
            await MoveAsync(index, args.Key == "ArrowUp" ? -1 : 1);
        }
    }

    /// <summary>Numbers every field anew where its place differs: fields that came over REST may all have the same number.</summary>
    private async Task MoveAsync(int index, int by)
    {
        if (fields is null || index + by < 0 || index + by >= fields.Count)
        {
            return;
        }

        var ordered = fields.ToList();
        (ordered[index], ordered[index + by]) = (ordered[index + by], ordered[index]);
        await DoAsync(async actor =>
        {
            for (var place = 0; place < ordered.Count; place++)
            {
                if (ordered[place].Field.Order != place + 1)
                {
                    await Fields.UpdateAsync(actor, ordered[place].Field.Id, ordered[place].Field with { Order = place + 1 }, ordered[place].Tag, Stopped);
                }
            }
        });
        await Js.InvokeVoidAsync("apiAdmin.focusOn", Stopped, $"{(by < 0 ? "up" : "down")}-{ordered[index + by].Field.Id}");
    }

    private async Task DoAsync(Func<Actor, Task> action)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            await action(await ActorAsync());
        }
        catch (ProblemException problem)
        {
            Snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }
        finally
        {
            busy = false;
        }

        await LoadAsync();
    }
}
