using System.Buffers;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.BuiltIn;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.BuiltIn;

/// <summary>The internal query as it stands in the list of APIs; runs without HTTP, on the same straight path.</summary>
internal sealed class CustomerQueryOperation(CustomerQueryService query, IDbContextFactory<AppDbContext> contexts) : IBuiltInOperation
{
    public string Key => ReservedKeys.CustomerQuery;

    public string Path => "/api/v1/customers/query";

    public Operation Unmasked => Operation.SeePersonalValues;

    public async Task<ApiDefinition> DescribeAsync(string url, bool masked, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var catalog = await CatalogReader.ReadAsync(db, cancellationToken);
        return QueryDescription.Of(catalog, url, masked);
    }

    public async Task<ReadOnlyMemory<byte>> AnswerAsync(IReadOnlyDictionary<string, string> inputs, bool masked, CancellationToken cancellationToken)
    {
        var asked = inputs.Aggregate(default(CustomerQuery), (query, input) => query.With(input.Key, input.Value));
        var buffer = new ArrayBufferWriter<byte>();
        await query.FindAsync(asked, buffer, cancellationToken);
        return masked ? Masked(buffer.WrittenMemory) : buffer.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> Masked(ReadOnlyMemory<byte> answer)
    {
        using var document = JsonDocument.Parse(answer);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, WireJson.Options);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return answer;
        }

        json.WriteStartObject();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            json.WriteString(member.Name, QueryDescription.Mask(member.Name, member.Value.GetString()!));
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
