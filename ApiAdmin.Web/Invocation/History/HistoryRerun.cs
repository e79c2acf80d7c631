using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Web.Invocation.Panel;

namespace ApiAdmin.Web.Invocation.History;

/// <summary>
/// Puts the inputs of a kept run into the panel of its API as it stands today. What was not kept stays empty and is asked
/// for, also where a default or an example would fill the field: nothing is sent that the person did not see.
/// </summary>
public sealed class HistoryRerun(IDefinitionService definitions, RememberedInputs remembered)
{
    /// <returns>The address of the page whose panel now holds the inputs.</returns>
    /// <exception cref="Core.NotFoundException">The API is gone.</exception>
    public async Task<string> PrepareAsync(Actor actor, KeptRun run, CancellationToken cancellationToken)
    {
        var api = (await definitions.GetAsync(actor, run.Item.Api, cancellationToken)).Definition;
        var path = $"/apis/{Uri.EscapeDataString(api.Key)}";
        if (run.Inputs is { } inputs)
        {
            var names = DefinitionInputs.Of(api).Select(input => input.Name).ToList();
            remembered.Keep(
                actor, api.Key, names.ToDictionary(name => name, name => inputs.TryGetValue(name, out var input) ? TextOf(input) : "", StringComparer.Ordinal),
                [.. names.Where(name => inputs.TryGetValue(name, out var input) && input.Redacted)]);
        }

        return path;
    }

    /// <summary>As the panel's field has it; empty for what was not kept.</summary>
    public static string TextOf(KeptInput input) => input.Value is { } value ? value.TryToPlainText(out var text) ? text : value.Text : "";
}
