using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;

namespace ApiAdmin.Web.Invocation.Panel.Compare;

/// <summary>Finds the answer of the run before, as far as history keeps it.</summary>
public sealed class AnswerBefore(ITestService tests, IHistoryService history)
{
    /// <summary>A run in between that got no answer says nothing of the contract.</summary>
    private const int MostLookedAt = 5;

    /// <returns>Null when there is none that can be read.</returns>
    public async Task<PanelAnswer?> FindAsync(Actor actor, InvocationReport report, ApiDefinition definition, CancellationToken cancellationToken)
    {
        try
        {
            var id = report.InvocationId;
            for (var i = 0; i < MostLookedAt; i++)
            {
                if (await history.FindBeforeAsync(actor, id, cancellationToken) is not { } before)
                {
                    return null;
                }

                var run = await history.GetAsync(actor, before, cancellationToken);
                if (run.Report is { Outcome: Outcome.Success, Response: { Truncated: false } })
                {
                    return PanelAnswer.Of(tests, run.Report, definition);
                }

                id = before;
            }
        }
        catch (ProblemException)
        {
            // What is not kept, or not for this person, cannot be compared with.
        }

        return null;
    }
}
