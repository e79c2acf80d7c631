using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Conversions;
using ApiAdmin.Core.Extraction.Samples;
using ApiAdmin.Core.Interchange.CopyAs;
using ApiAdmin.Core.Interchange.Curl;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Cases;
using ApiAdmin.Core.Invocation.Steps;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.App;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Definitions.Conflicts;
using ApiAdmin.Web.Definitions.Editing;
using ApiAdmin.Web.Invocation.Panel;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace ApiAdmin.Tests.Definitions;

public sealed class ApiTextsTests
{
    /// <summary>Texts whose key is put together at run time: one for each value the other layers can hand over.</summary>
    private static IEnumerable<string> ComposedKeys =>
    [
        .. Keys<BodyKind>("BodyKind"), .. Keys<ParamPlace>("Place"), .. Keys<ParamType>("Type"), .. Keys<SourceKind>("Source"),
        .. Keys<ArrayStyle>("ArrayStyle"), .. Keys<ValueNormalization>("Normalize"), .. Keys<OutputSource>("OutputSource"),
        .. Keys<ResponseKind>("ResponseKind"), .. Keys<CopyForm>("CopyAs"), .. Keys<CredentialKind>("Credential"), .. Keys<RuleOperator>("Op"), .. Keys<RuleOperator>("OpHelp"), .. Keys<RuleOperator>("Says"), .. Keys<OutputSource>("OutputHelp"), .. Keys<Absence>("Absence"), .. Keys<BodyChangeKind>("Change"), .. Keys<JsonValueKind>("Tree.Kind"), .. Keys<StepState>("StepState"), .. Keys<CaseState>("CaseState"), .. Keys<Side>("Conflict"),
        .. AuthEdits.Kinds.Select(kind => $"Auth.{kind}"), .. FormSection.All.Select(section => $"Section.{section.Id}"),
        .. FactNames.All.Select(name => $"Fact.{name}"), "Fact.Holds.true", "Fact.Holds.false", "Step.output",
        .. ConversionTable.Rows.Select(row => $"Conversion.{row.Rule}"),
        .. PhaseConstants.Select(phase => $"Phase.{phase}"),
        .. typeof(ApiDefinition).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => $"Field.{char.ToLowerInvariant(p.Name[0])}{p.Name[1..]}"),
        .. new DefinitionParts(FullDefinition.Create()).Places.Select(place => place.TextKey),
    ];

    private static IEnumerable<string> PhaseConstants =>
        typeof(PhaseNames).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    [Fact]
    public void ComposedKeys_ForEveryValue_HaveAText()
    {
        using var context = new PageContext();
        var texts = context.Services.GetRequiredService<IStringLocalizer<ApiTexts>>();

        Assert.DoesNotContain(ComposedKeys, key => texts[key].ResourceNotFound);
    }

    [Fact]
    public void Phases_OfThePanel_AreThoseOfTheInvoker() => Assert.Equal(PhaseConstants, Phases.All);

    [Fact]
    public async Task ApiPage_InThePseudoLocale_HasNoHardWiredHeadingLabelOrButton()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = PseudoLocalizer.Culture;
        try
        {
            await using var context = new PageContext();
            context.Services.AddSingleton<ResourceManagerStringLocalizerFactory>();
            context.Services.AddSingleton<IStringLocalizerFactory, PseudoLocalizerFactory>();
            context.Definitions.Add(new ApiDefinition { Key = "a", Name = "A", Url = "https://x.example/" });
            var page = context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));

            var texts = page.FindAll("h2 .section-toggle > span:not(.chevron):not(.section-lead), .formfield > label, .page-actions button, .grid-foot button, .grid-table th");
            Assert.True(texts.Count > 20);
            Assert.DoesNotContain(texts.Select(t => t.TextContent.Trim()), t => t.Length > 0 && !t.StartsWith('['));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IEnumerable<string> Keys<T>(string family)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{family}.{name}");
}
