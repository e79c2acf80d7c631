using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;

namespace ApiAdmin.Tests.Support;

/// <summary>The line between a browser and the program, to be cut: what is open breaks, and nothing new comes through until it is mended.</summary>
internal sealed class CutLine
{
    private readonly Lock gate = new();
    private readonly HashSet<ConnectionContext> open = [];
    private bool isCut;

    public void Adjust(WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Use(next => connection => PassAsync(next, connection))));

    public void Cut()
    {
        lock (gate)
        {
            isCut = true;
            foreach (var connection in open)
            {
                connection.Abort();
            }
        }
    }

    public void Mend()
    {
        lock (gate)
        {
            isCut = false;
        }
    }

    private async Task PassAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        lock (gate)
        {
            if (isCut)
            {
                connection.Abort();
                return;
            }

            open.Add(connection);
        }

        try
        {
            await next(connection);
        }
        finally
        {
            lock (gate)
            {
                open.Remove(connection);
            }
        }
    }
}
