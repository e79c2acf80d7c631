using System.Diagnostics;
using ApiAdmin.Core;
using ApiAdmin.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Data;

/// <summary>Somebody outside the queue of this process, as an import on the command line is, holds the write lock.</summary>
public sealed class SqliteBusyTests
{
    [Fact]
    public async Task Write_WhileAnotherHoldsTheLock_WaitsUntilItIsFree()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = await LockAsync(database);
        await using var db = await database.OpenAsync();
        var waiting = db.BeginWriteAsync(CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        await ExecuteAsync(other, "COMMIT");

        await using var transaction = await waiting;
        await transaction.CommitAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Write_WhileAnotherKeepsTheLock_IsRefusedAfterFiveSeconds()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = await LockAsync(database);
        await using var db = await database.OpenAsync();
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<BusyException>(() => db.BeginWriteAsync(CancellationToken.None));

        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(5), $"It was refused after {watch.Elapsed}.");
        await ExecuteAsync(other, "COMMIT");
        await using var transaction = await db.BeginWriteAsync(CancellationToken.None);
    }

    private static async Task<SqliteConnection> LockAsync(TestDatabase database)
    {
        await using var db = await database.OpenAsync();
        var connection = new SqliteConnection(db.Database.GetConnectionString() + ";Pooling=False");
        await connection.OpenAsync();
        await ExecuteAsync(connection, "BEGIN IMMEDIATE");
        return connection;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
