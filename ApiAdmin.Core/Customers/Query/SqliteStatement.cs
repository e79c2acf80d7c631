using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>
/// One prepared statement used over and over, without the driver's command and reader objects: its columns are read as spans of
/// SQLite's own memory, which live until the next step.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public SqliteStatement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(statement, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<char> text)
    {
        const int OnStack = 512;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= OnStack ? stackalloc byte[most] : new byte[most];
        Check(raw.sqlite3_bind_text(statement, index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]));
        return this;
    }

    public SqliteStatement BindText(int index, string? text) => text is null ? BindNull(index) : Bind(index, text);

    public SqliteStatement BindNumber(int index, long? value) => value is { } number ? Bind(index, number) : BindNull(index);

    /// <returns>False at the end; the statement is then ready for the next use.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(statement);
        Check(code);
        return false;
    }

    /// <summary>Ends the use of a statement that was not stepped to its end.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => statement.Dispose();

    private SqliteStatement BindNull(int index)
    {
        Check(raw.sqlite3_bind_null(statement, index));
        return this;
    }

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
