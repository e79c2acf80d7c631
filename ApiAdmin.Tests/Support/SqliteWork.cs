using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace ApiAdmin.Tests.Support;

/// <summary>The statements a service really sends to one database file, and the work SQLite does for each: steps of its virtual machine.</summary>
public sealed class SqliteWork : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters)> seen = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    /// <param name="file">May be told later by <see cref="File"/>: EF looks only once a second whether somebody listens, so listening begins first.</param>
    public SqliteWork(string file = "")
    {
        File = file;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public string File { get; set; }

    /// <summary>Runs it, then prepares each statement it sent once more on a raw connection and steps it to its end.</summary>
    public async Task<IReadOnlyList<StatementWork>> OfAsync(Func<Task> run)
    {
        seen.Clear();
        await run();
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        return [.. seen.Select(statement => Measure(connection.Handle!, statement.Sql, statement.Parameters))];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: var command } && command.Connection?.DataSource == File)
        {
            seen.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }

    private static StatementWork Measure(sqlite3 db, string sql, IReadOnlyList<(string Name, object? Value)> parameters)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(db, sql, out var statement));
        using (statement)
        {
            foreach (var (name, value) in parameters)
            {
                Bind(statement, raw.sqlite3_bind_parameter_index(statement, name.StartsWith('@') ? name : "@" + name), value);
            }

            var rows = 0;
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                rows++;
            }

            Assert.Equal(raw.SQLITE_DONE, code);
            return new StatementWork(
                sql, rows, raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_VM_STEP, 0), raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_FULLSCAN_STEP, 0),
                raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_SORT, 0));
        }
    }

    private static void Bind(sqlite3_stmt statement, int index, object? value)
    {
        Assert.True(index > 0);
        var code = value switch
        {
            null or DBNull => raw.sqlite3_bind_null(statement, index),
            string text => raw.sqlite3_bind_text(statement, index, text),
            _ => raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(value)),
        };
        Assert.Equal(raw.SQLITE_OK, code);
    }
}

/// <param name="Rows">Handed back.</param>
/// <param name="Steps">Operations of SQLite's virtual machine.</param>
/// <param name="ScanSteps">Rows walked over in a table without an index's help.</param>
/// <param name="Sorts">Sorts made by hand, without an index.</param>
public sealed record StatementWork(string Sql, int Rows, int Steps, int ScanSteps, int Sorts);
