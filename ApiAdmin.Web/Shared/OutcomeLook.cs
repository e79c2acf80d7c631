using ApiAdmin.Core.Invocation;
using MudBlazor;

namespace ApiAdmin.Web.Shared;

/// <summary>The one look each outcome has everywhere: a tone of the style sheet and an icon of its own.</summary>
public sealed record OutcomeLook(string Css, string Icon)
{
    public static OutcomeLook Of(Outcome outcome) => outcome switch
    {
        Outcome.Success => new("tone-good", Icons.Material.Filled.CheckCircle),
        Outcome.NotFound => new("tone-info", Icons.Material.Filled.SearchOff),
        Outcome.BusinessFailure => new("tone-warn", Icons.Material.Filled.ReportProblem),
        Outcome.HttpError => new("tone-bad", Icons.Material.Filled.Cancel),
        Outcome.InvalidResponse => new("tone-bad", Icons.Material.Filled.BrokenImage),
        Outcome.Timeout => new("tone-bad", Icons.Material.Filled.TimerOff),
        Outcome.Unreachable => new("tone-bad", Icons.Material.Filled.LinkOff),
        Outcome.Rejected => new("tone-warn", Icons.Material.Filled.DoNotDisturbOn),
        Outcome.Blocked => new("tone-bad", Icons.Material.Filled.GppBad),
        Outcome.InvalidInput => new("tone-warn", Icons.Material.Filled.EditOff),
        _ => new("tone-none", Icons.Material.Filled.StopCircle),
    };
}
