namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>An exchange that ended before its answer was whole. The invoker turns it into the report; it never leaves this feature.</summary>
public sealed class SendException(Outcome outcome, string message, Exception? inner = null) : Exception(message, inner)
{
    public Outcome Outcome { get; } = outcome;
}
