using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation.Steps;

/// <summary>One step for each declared output: from where it was read, what stood there, what became of it.</summary>
internal sealed class OutputFacts(ApiDefinition definition, InvocationReport report, Redactor redactor)
{
    public IEnumerable<ReportStep> Steps() => definition.Outputs.Select(Step);

    private ReportStep Step(OutputParam output)
    {
        var reading = report.Outputs.FirstOrDefault(o => o.Name == output.Name);
        return new ReportStep
        {
            Name = StepReport.OfOutput,
            Output = output.Name,
            State = State(output, reading),
            Detail = reading?.Problem?.Message,
            In = new FactList(redactor)
                .Add(FactNames.Source, JsonNamingPolicy.CamelCase.ConvertName(output.From.ToString()))
                .Add(FactNames.Path, output.Path is { Length: > 0 } path ? path : null)
                .Add(FactNames.Raw, reading?.Raw)
                .Add(FactNames.Place, reading?.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{line}:{reading.Column}") : null).Facts,
            Out = new FactList(redactor).Add(FactNames.Value, reading?.Value is { } value ? FactList.TextOf(value) : null).Facts,
        };
    }

    /// <summary>An optional output that could not be read does not fail the run, so its step has not failed either.</summary>
    private StepState State(OutputParam output, ReportOutput? reading) => reading switch
    {
        null => StepState.Skipped,
        { Problem: null } or { Value: not null } => StepState.Ok,
        _ => output.Required && report.Steps.Any(s => s is { Name: "outputs", State: StepState.Failed }) ? StepState.Failed : StepState.Skipped,
    };
}
