using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Benchmarks;

/// <summary>
/// The limit of the customer query: a minimal API with hand-written ADO.NET, prepared commands on connections kept open, a hashed key looked
/// up in memory, and the answer by Utf8JsonWriter. It knows one notation of a number, no lists and no second customer.
/// </summary>
internal static class CustomerLimitApp
{
    private static readonly string[] Names = ["nick", "uname", "countryName", "provice_name", "city_name", "remark", "enterprise_name", "sourceName", "liableServiceName"];

    private static readonly ConcurrentBag<Session> Sessions = [];

    public static async Task<int> RunAsync(string file, string address, string key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var keys = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal) { [Hash(key)] = true };
        var app = builder.Build();
        app.MapGet("/api/v1/customers/query", (HttpContext context) => AnswerAsync(context, file, keys));
        await app.RunAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context, string file, ConcurrentDictionary<string, bool> keys)
    {
        if (!keys.ContainsKey(Hash(context.Request.Headers["X-Api-Key"].ToString())))
        {
            context.Response.StatusCode = 401;
            return;
        }

        var query = context.Request.Query;
        var (value, from, to) = query["tel"].ToString() is { Length: > 0 } tel ? (tel.TrimStart('+', ' '), 1, 1)
            : query["email"].ToString() is { Length: > 0 } email ? (email, 2, 2) : (query["thirdAccountId"].ToString(), 10, 29);
        var session = Sessions.TryTake(out var free) ? free : new Session(file);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        session.Write(value, from, to, buffer);
        Sessions.Add(session);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(buffer.WrittenMemory);
    }

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    internal sealed class Session : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteCommand find;
        private readonly SqliteCommand row;
        private readonly SqliteCommand identifiers;

        public Session(string file)
        {
            connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            connection.Open();
            find = Prepare(connection, "SELECT customer_id FROM customer_identifiers WHERE value = $v AND kind BETWEEN $f AND $t LIMIT 1", "$v", "$f", "$t");
            row = Prepare(connection, "SELECT nick, real_name, country, province, city, remark, enterprise, source, owner, sex, blacklisted, vip FROM customers WHERE id = $i", "$i");
            identifiers = Prepare(connection, "SELECT kind, shown FROM customer_identifiers WHERE customer_id = $i AND kind < 30 ORDER BY kind, position", "$i");
        }

        public void Dispose()
        {
            Array.ForEach([find, row, identifiers], command => command.Dispose());
            connection.Dispose();
        }

        public void Write(string value, int from, int to, System.Buffers.IBufferWriter<byte> output)
        {
            using var json = new Utf8JsonWriter(output);
            (find.Parameters[0].Value, find.Parameters[1].Value, find.Parameters[2].Value) = (value, from, to);
            if (find.ExecuteScalar() is not long id)
            {
                json.WriteNullValue();
                return;
            }

            json.WriteStartObject();
            json.WriteString("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            row.Parameters[0].Value = id;
            using (var reader = row.ExecuteReader())
            {
                reader.Read();
                for (var index = 0; index < Names.Length; index++)
                {
                    if (!reader.IsDBNull(index))
                    {
                        json.WriteString(Names[index], reader.GetString(index));
                    }
                }

                json.WriteString("sexName", reader.IsDBNull(9) ? "" : reader.GetInt64(9) == 1 ? "Female" : "Male");
                json.WriteString("isblack", reader.GetInt64(10) == 1 ? "1" : "0");
            }

            identifiers.Parameters[0].Value = id;
            using (var reader = identifiers.ExecuteReader())
            {
                while (reader.Read())
                {
                    json.WriteString(reader.GetInt64(0) switch { 1 => "tel", 2 => "email", 3 => "visitorids", _ => "account" }, reader.GetString(1));
                }
            }

            json.WriteEndObject();
            json.Flush();
        }

        private static SqliteCommand Prepare(SqliteConnection connection, string sql, params string[] names)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            Array.ForEach(names, name => command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = 0L }));
            command.Prepare();
            return command;
        }
    }
}
