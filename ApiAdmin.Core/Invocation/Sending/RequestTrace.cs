namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>
/// Follows one request through the handler: which connection carried it, when its first and last byte were written.
/// The connection's stream finds it by the async flow, as the handler writes a request in the flow of whoever sends it;
/// the connector, which runs apart from it, finds it by the message.
/// </summary>
public sealed class RequestTrace(TimeProvider time, IProgress<string>? phaseStarted, CancellationToken cancellation)
{
    private static readonly AsyncLocal<RequestTrace?> Flow = new();

    private volatile string? told;
    private volatile bool closed;

    /// <summary>Ends a connect in progress when the request is cancelled; the handler alone would let it run on.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    public long Started { get; } = time.GetTimestamp();

    /// <summary>The connection that carried the request; null while it waits for one.</summary>
    public ConnectionFacts? Connection { get; private set; }

    /// <summary>The connection being made for this request, whether or not it comes to carry it.</summary>
    public ConnectionFacts? Attempt { get; set; }

    public bool Reused { get; private set; }

    public long FirstWrite { get; private set; }

    public long LastWrite { get; private set; }

    public long Headers { get; private set; }

    internal static RequestTrace? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    /// <summary>The phase it is in now, for "timed out while …".</summary>
    public string Phase =>
        Headers != 0 ? PhaseNames.Receive
        : LastWrite != 0 ? PhaseNames.Wait
        : FirstWrite != 0 ? PhaseNames.Send
        : Attempt is { Ready: 0 } attempt ? attempt.Stage
        : PhaseNames.Connect;

    /// <summary>It has no connection and none is being made for it.</summary>
    public bool IsInLine => FirstWrite == 0 && Attempt is not { Ready: 0 };

    public void Tell(string phase)
    {
        if (!closed && phaseStarted is not null && told != phase)
        {
            told = phase;
            phaseStarted.Report(phase);
        }
    }

    /// <summary>The handler may try a second connection when a pooled one turns out dead; the last one counts.</summary>
    internal void Writing(ConnectionFacts connection)
    {
        if (!ReferenceEquals(Connection, connection))
        {
            Connection = connection;
            Reused = connection.BeginRequest() > 1 || connection.Ready < Started;
            FirstWrite = time.GetTimestamp();
            Tell(PhaseNames.Send);
        }

        LastWrite = 0;
    }

    internal void Written()
    {
        LastWrite = time.GetTimestamp();
        Tell(PhaseNames.Wait);
    }

    internal void GotHeaders()
    {
        Headers = time.GetTimestamp();
        Tell(PhaseNames.Receive);
    }

    /// <summary>From here on a connect that goes on in the background says nothing any more.</summary>
    internal void Close() => closed = true;
}
