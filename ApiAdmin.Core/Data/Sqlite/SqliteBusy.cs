using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>
/// How a connection waits for the lock of another process: it asks again every few milliseconds. SQLite's own waiting grows to 100 ms
/// between two tries, so that a writer who lets the lock go for a moment after every batch, as an import does, is hardly ever met without it.
/// </summary>
internal static class SqliteBusy
{
    private const int PauseMilliseconds = 2;

    /// <summary>How long a writer of many batches lets the lock go after each, for others to find it free.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(2 * PauseMilliseconds);

    // Held here because SQLite keeps only its address.
    private static readonly BusyHandler Handler = Wait;

    [ThreadStatic]
    private static long began;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int BusyHandler(nint state, int tries);

    public static void Use(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } database })
        {
            SqliteException.ThrowExceptionForRC(sqlite3_busy_handler(database.DangerousGetHandle(), Handler, 0), database);
        }
    }

    /// <returns>Not 0: ask again.</returns>
    private static int Wait(nint state, int tries)
    {
        began = tries == 0 ? Environment.TickCount64 : began;
        if (Environment.TickCount64 - began >= (long)SqliteSetup.BusyTime.TotalMilliseconds)
        {
            return 0;
        }

#pragma warning disable RS0030 // SQLite calls back in the middle of its own call and wants the thread held.
        Thread.Sleep(PauseMilliseconds);
#pragma warning restore RS0030
        return 1;
    }

    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl)]
    private static extern int sqlite3_busy_handler(nint database, BusyHandler handler, nint state);
}
