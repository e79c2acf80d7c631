namespace ApiAdmin.Web.Interchange;

/// <summary>Hands a pasted request from the list to the page that is opened for it, within one circuit.</summary>
public sealed class PendingPaste
{
    private PastedRequest? pending;

    public bool IsWaiting => pending is not null;

    public void Put(PastedRequest pasted) => pending = pasted;

    /// <summary>Once only.</summary>
    public PastedRequest? Take()
    {
        var taken = pending;
        pending = null;
        return taken;
    }
}
