using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Samples;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Web.Invocation.Panel.Compare;

/// <summary>What differs between an earlier answer and this one, and what that does to the outputs.</summary>
/// <param name="Changes">Structure before values; null when the two bodies cannot be compared as JSON.</param>
public sealed record AnswerComparison(IReadOnlyList<BodyChange>? Changes, IReadOnlyList<DriftedOutput> Drifted, bool IsTooLarge)
{
    public static async Task<AnswerComparison> OfAsync(PanelAnswer before, PanelAnswer now, ApiDefinition definition, Actor actor, CancellationToken cancellationToken)
    {
        var drifted = await DriftAsync(before, now, definition, actor, cancellationToken);
        var (left, right) = (await before.ReadTextAsync(actor, cancellationToken), await now.ReadTextAsync(actor, cancellationToken));
        return left is null || right is null
            ? new AnswerComparison(null, drifted, IsTooLarge: true)
            : new AnswerComparison(BodyComparison.Of(left, right), drifted, IsTooLarge: false);
    }

    /// <summary>Only a success has what a success promises: a failure that has no item is no change of the contract.</summary>
    public static async Task<IReadOnlyList<DriftedOutput>> DriftAsync(PanelAnswer before, PanelAnswer now, ApiDefinition definition, Actor actor, CancellationToken cancellationToken)
    {
        if (await before.TryAsync(actor, definition, cancellationToken) is not { Outcome: Outcome.Success } was)
        {
            return [];
        }

        var stands = await now.TryAsync(actor, definition, cancellationToken);
        return stands.Outcome is Outcome.Success or Outcome.InvalidResponse
            ? ContractDrift.Of(was.Outputs, stands.Outputs)
            : [];
    }
}
