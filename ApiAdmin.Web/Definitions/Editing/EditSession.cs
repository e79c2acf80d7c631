using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Web.Invocation.Panel;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>What the parts of the page share while one API is edited: the model, what is wrong with it, what it may name.</summary>
public sealed class EditSession
{
    private bool complains;

    public EditSession() => Model.Changed += Raise;

    /// <summary>Raised when the model, the findings or the choices change. Parts compare what they show before they draw.</summary>
    public event Action? Changed;

    public EditModel Model { get; } = new();

    public FindingMap Findings { get; private set; } = FindingMap.None;

    /// <summary>What is allowed and probably not meant; never in the way of saving.</summary>
    public IReadOnlyList<Finding> Warnings { get; private set; } = [];

    /// <summary>The stored state the page was opened from; null for a new API.</summary>
    public StoredApi? Stored { get; private set; }

    public IReadOnlyList<string> SecretNames { get; private set; } = [];

    public IReadOnlyList<string> Categories { get; private set; } = [];

    public bool MayWrite { get; private set; } = true;

    /// <summary>Boxes beside the definition in which something typed was not sent yet.</summary>
    public HashSet<object> Unsent { get; } = [];

    /// <summary>Whoever leaves now loses something.</summary>
    public bool HasUnsaved => Model.IsDirty || Unsent.Count > 0;

    /// <summary>The answer that is looked at beside the form; null before the first run.</summary>
    public PanelAnswer? Answer { get; private set; }

    /// <summary>The name of the sample that answers instead of the other side; null when calls are real.</summary>
    public string? MockWith { get; private set; }

    public void Open(StoredApi? stored)
    {
        Stored = stored;
        complains = false;
        Findings = FindingMap.None;
        (Answer, MockWith) = (null, null);
        Model.Load(stored?.Definition ?? EditModel.Blank);
    }

    /// <summary>Puts back what was typed before: it is measured against what it was made from, so that a save in between is told.</summary>
    public void Restore(string tag, ApiDefinition opened, ApiDefinition typed)
    {
        Stored = Stored is null ? null : Stored with { Tag = tag };
        Model.Load(opened);
        Model.Show(typed);
    }

    public void Show(PanelAnswer? answer)
    {
        Answer = answer;
        Raise();
    }

    /// <summary>A JSONPath that somebody wants to see in the body of the answer; anew each time it is asked for.</summary>
    public LookedAt? Looked { get; private set; }

    public void LookAt(string path)
    {
        Looked = new LookedAt(path);
        Raise();
    }

    public void AnswerWith(string? sample)
    {
        MockWith = sample;
        Raise();
    }

    public void Saved(StoredApi stored)
    {
        Stored = stored;
        Model.MarkSaved(stored.Definition);
    }

    /// <summary>Another editor's save is what ours is measured against now; what stands on the page stays.</summary>
    public void Rebase(StoredApi theirs)
    {
        var mine = Model.Current;
        Stored = theirs;
        Model.Load(theirs.Definition);
        Model.Show(mine);
    }

    public void Offer(IReadOnlyList<string> secrets, IReadOnlyList<string> categories, bool mayWrite)
    {
        (SecretNames, Categories, MayWrite) = (secrets, categories, mayWrite);
        Raise();
    }

    public void OfferSecret(string name)
    {
        SecretNames = [.. SecretNames.Append(name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Raise();
    }

    public void Complain(IReadOnlyList<Finding> findings)
    {
        complains = true;
        SetFindings(findings);
    }

    /// <summary>What the validator says of the model as it stands; findings show only after the first try to save or run.</summary>
    public void Recheck(ValidationResult result)
    {
        if (!result.Warnings.SequenceEqual(Warnings))
        {
            Warnings = [.. result.Warnings];
        }

        SetFindings(complains ? result.Findings : Findings.All);
    }

    private void SetFindings(IReadOnlyList<Finding> findings)
    {
        if (!findings.SequenceEqual(Findings.All))
        {
            Findings = new FindingMap(findings);
        }

        Raise();
    }

    private void Raise() => Changed?.Invoke();
}

/// <summary>Compared by itself: the same path asked for twice is shown twice.</summary>
public sealed class LookedAt(string path)
{
    public string Path { get; } = path;
}
