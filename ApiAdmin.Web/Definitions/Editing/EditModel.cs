using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Shared.Grid;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>
/// One API while a person edits it. The definition stays an immutable record that is replaced on each change, so that
/// whatever the form does not show (samples, cases …) comes out as it went in; only the grids keep their rows apart,
/// because a row needs an identity while its value changes.
/// </summary>
public sealed class EditModel
{
    private ApiDefinition rest = Blank;
    private ApiDefinition saved = Blank;
    private ApiDefinition? current;

    public EditModel()
    {
        Headers = Rows(() => new HeaderParam { Name = "" });
        Parameters = new RowList<RequestParam>(() => new RequestParam { Name = "", In = ParamPlace.Query });
        Url = new UrlField(Parameters);
        Parameters.Changed += OnParametersChanged;
        Outputs = Rows(() => new OutputParam { Name = "" });
        Rules = Rows(BlankRule);
        NotFoundRules = Rows(BlankRule);
    }

    /// <summary>Raised after every change, once per change, on the circuit's own flow.</summary>
    public event Action? Changed;

    public static ApiDefinition Blank { get; } = new() { Key = "", Name = "", Url = "" };

    public RowList<HeaderParam> Headers { get; }

    public RowList<RequestParam> Parameters { get; }

    public UrlField Url { get; }

    public RowList<OutputParam> Outputs { get; }

    public RowList<BodyRule> Rules { get; }

    public RowList<BodyRule> NotFoundRules { get; }

    /// <summary>The key follows the name until somebody types one.</summary>
    public bool KeyFollowsName { get; private set; } = true;

    public bool IsDirty => !Current.Equals(saved);

    /// <summary>The definition as it was last loaded or saved: what "unsaved" and a conflict are measured against.</summary>
    public ApiDefinition Saved => saved;

    /// <summary>The definition as it stands on the page.</summary>
    public ApiDefinition Current => current ??= ToDefinition();

    /// <summary>Opens a definition; it counts as saved.</summary>
    public void Load(ApiDefinition definition)
    {
        saved = definition;
        Show(definition);
    }

    /// <summary>Puts other content on the page without calling it saved.</summary>
    public void Show(ApiDefinition definition)
    {
        rest = definition;
        Url.Show(definition.Url);
        KeyFollowsName = definition.Key.Length == 0 || (saved.Key.Length == 0 && definition.Key == KeySlug.From(definition.Name));
        Headers.Reset(definition.Headers);
        Parameters.Reset(definition.Parameters);
        // Once more: to the rows a reset is a change like any other, and a path row without its name would rename the URL's.
        Url.Show(definition.Url);
        Outputs.Reset(definition.Outputs);
        Rules.Reset(definition.Success.Rules);
        NotFoundRules.Reset(definition.Success.NotFound.Rules);
        Raise();
    }

    /// <summary>What is on the page is stored now; what was typed since <paramref name="definition"/> stays unsaved.</summary>
    public void MarkSaved(ApiDefinition definition)
    {
        saved = definition;
        KeyFollowsName = false;
        Changed?.Invoke();
    }

    /// <summary>Changes everything but the grids' rows.</summary>
    public void Change(Func<ApiDefinition, ApiDefinition> change)
    {
        var next = change(rest);
        if (!next.Equals(rest))
        {
            rest = next;
            Raise();
        }
    }

    public void SetName(string name) =>
        Change(d => d with { Name = name, Key = KeyFollowsName ? KeySlug.From(name) : d.Key });

    public void SetKey(string key)
    {
        KeyFollowsName = key.Length == 0;
        Change(d => d with { Key = key });
    }

    /// <summary>Takes a URL as typed: its query becomes query rows, its <c>{names}</c> path rows.</summary>
    public void SetUrl(string url)
    {
        Url.Leave(url);
        Raise();
    }

    /// <summary>The URL's field is being typed in.</summary>
    public void TypeUrl(string url)
    {
        Url.Type(url);
        Raise();
    }

    private ApiDefinition ToDefinition() => rest with
    {
        Url = Url.Stored,
        Headers = Headers.Values.ToValueList(),
        Parameters = Parameters.Values.ToValueList(),
        Outputs = Outputs.Values.ToValueList(),
        Success = rest.Success with
        {
            Rules = Rules.Values.ToValueList(),
            NotFound = rest.Success.NotFound with { Rules = NotFoundRules.Values.ToValueList() },
        },
    };

    private static BodyRule BlankRule() => new() { Path = "", Op = RuleOperator.Eq };

    private RowList<T> Rows<T>(Func<T> blank)
        where T : notnull
    {
        var rows = new RowList<T>(blank);
        rows.Changed += Raise;
        return rows;
    }

    /// <summary>What the URL changes in the rows is told with the URL.</summary>
    private void OnParametersChanged()
    {
        if (!Url.IsApplying)
        {
            Raise();
        }
    }

    private void Raise()
    {
        current = null;
        Changed?.Invoke();
    }
}
