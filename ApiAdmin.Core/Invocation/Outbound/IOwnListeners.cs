namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>The ports this program listens on, so that a definition cannot call ApiAdmin itself through its own machine.</summary>
public interface IOwnListeners
{
    bool ListensOn(int port);
}

/// <summary>A program that listens nowhere: command-line verbs and benchmarks.</summary>
public sealed class NoListeners : IOwnListeners
{
    public bool ListensOn(int port) => false;
}
