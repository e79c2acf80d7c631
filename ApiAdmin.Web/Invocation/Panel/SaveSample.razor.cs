using System.Text;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Samples;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>Keeps the answer as a sample, the whole of it; where that cannot be, it says why before anybody tries.</summary>
public sealed partial class SaveSample
{
    private string? told;
    private bool reading;

    [Inject]
    public required ITestService Tests { get; init; }

    [Inject]
    public required ILogger<SaveSample> Logger { get; init; }

    [Parameter, EditorRequired]
    public required InvocationReport Report { get; set; }

    protected override object Shown => (Locked, Api.Samples);

    private string? Refusal => Report.Response is { BodyBase64: not null } ? L["Sample.NoText"].Value : RefusalOf(Report.Response!.BodyBytes);

    private string? RefusalOf(long bytes)
    {
        if (bytes > SampleLimits.LargestBody)
        {
            return L["Sample.TooLarge", Figures.Bytes(bytes), Figures.Bytes(SampleLimits.LargestBody)].Value;
        }

        var kept = SampleLimits.BytesOf(Api.Samples);
        return kept + bytes > SampleLimits.LargestTogether ? L["Sample.NoRoom", Figures.Bytes(kept), Figures.Bytes(SampleLimits.LargestTogether), Figures.Bytes(bytes)].Value : null;
    }

    private async Task SaveAsync()
    {
        (reading, told) = (true, null);
        try
        {
            var body = await BodyAsync();
            told = body is null ? null : RefusalOf(Encoding.UTF8.GetByteCount(body));
            if (told is null)
            {
                var sample = SampleMaker.Of(Report, SampleMaker.NameFor(Report, Api.Samples), body);
                Change(d => d with { Samples = [.. d.Samples, sample] });
                told = L["Sample.Saved", sample.Name];
            }
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            // The page is gone.
        }
        catch (ProblemException problem)
        {
            told = CoreSentences.Said(problem.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            PanelLog.BodyFailed(Logger, Report.InvocationId, exception);
            told = L["Body.Failed"];
        }
        finally
        {
            reading = false;
        }
    }

    /// <summary>The report has only the beginning of a large one.</summary>
    private async Task<string?> BodyAsync() => Report.Response is { Truncated: true }
        ? await PanelAnswer.Of(Tests, Report, Api)!.ReadTextAsync(await ActorAsync(), Stopped)
        : Report.Response!.Body;
}
