namespace ApiAdmin.Web.Operations;

/// <summary>Whether requests are welcome: from the end of the warm-up until the stop begins.</summary>
public sealed class Readiness
{
    private volatile bool ready;

    public bool IsReady => ready;

    public void Open() => ready = true;

    public void Close() => ready = false;
}
