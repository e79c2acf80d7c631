using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>
/// Writes the flat object of the wire contract straight from the columns' bytes: every value a string, what is not set left out.
/// </summary>
internal static class CustomerWire
{
    private static readonly byte[] Semicolon = ";"u8.ToArray();
    private static readonly byte[] Comma = ","u8.ToArray();

    public static void Write<TRow, TIdentifiers>(Utf8JsonWriter json, TRow row, ref TIdentifiers identifiers, WireCatalog catalog)
        where TRow : IWireRow
        where TIdentifiers : IWireIdentifiers, allows ref struct
    {
        json.WriteStartObject();
        WriteAlways(json, row);
        WriteIdentifiers(json, ref identifiers);
        WriteTexts(json, row);
        WriteVip(json, row, catalog);
        WriteTags(json, row, catalog);
        WriteFields(json, row, catalog);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteAlways<TRow>(Utf8JsonWriter json, TRow row)
        where TRow : IWireRow
    {
        Span<byte> digits = stackalloc byte[20];
        row.Number(WireColumn.Id).TryFormat(digits, out var length, provider: System.Globalization.CultureInfo.InvariantCulture);
        json.WriteString(WireNames.Id, digits[..length]);
        json.WriteString(WireNames.Nick, row.Text(WireColumn.Nick));
        json.WriteString(WireNames.SexName, row.IsNull(WireColumn.Sex) ? ""u8 : row.Number(WireColumn.Sex) == (long)Sex.Female ? "Female"u8 : "Male"u8);
        var isBlack = row.Number(WireColumn.Blacklisted) != 0;
        json.WriteString(WireNames.UserStatusName, isBlack ? "blacklist"u8 : "normal"u8);
        json.WriteString(WireNames.IsBlack, isBlack ? "1"u8 : "0"u8);
    }

    private static void WriteIdentifiers<TIdentifiers>(Utf8JsonWriter json, ref TIdentifiers identifiers)
        where TIdentifiers : IWireIdentifiers, allows ref struct
    {
        IdentifierKind? open = null;
        while (identifiers.MoveNext())
        {
            if (identifiers.Kind == open)
            {
                json.WriteStringValueSegment(open == IdentifierKind.VisitorId ? Comma : Semicolon, isFinalSegment: false);
            }
            else
            {
                Close(json, open);
                open = identifiers.Kind;
                json.WritePropertyName(Name(open.Value));
            }

            json.WriteStringValueSegment(identifiers.Shown, isFinalSegment: false);
        }

        Close(json, open);
    }

    private static void Close(Utf8JsonWriter json, IdentifierKind? open)
    {
        if (open is not null)
        {
            json.WriteStringValueSegment(ReadOnlySpan<byte>.Empty, isFinalSegment: true);
        }
    }

    private static JsonEncodedText Name(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Phone => WireNames.Phones,
        IdentifierKind.Email => WireNames.Emails,
        IdentifierKind.VisitorId => WireNames.VisitorIds,
        _ => WireNames.Accounts[(int)Identifiers.AccountOf(kind)],
    };

    private static void WriteTexts<TRow>(Utf8JsonWriter json, TRow row)
        where TRow : IWireRow
    {
        WriteText(json, row, WireNames.RealName, WireColumn.RealName);
        WriteText(json, row, WireNames.Country, WireColumn.Country);
        WriteText(json, row, WireNames.Province, WireColumn.Province);
        WriteText(json, row, WireNames.City, WireColumn.City);
        WriteText(json, row, WireNames.Remark, WireColumn.Remark);
        WriteText(json, row, WireNames.Enterprise, WireColumn.Enterprise);
        WriteText(json, row, WireNames.Source, WireColumn.Source);
        WriteText(json, row, WireNames.Owner, WireColumn.Owner);
    }

    private static void WriteText<TRow>(Utf8JsonWriter json, TRow row, JsonEncodedText name, WireColumn column)
        where TRow : IWireRow
    {
        if (!row.IsNull(column))
        {
            json.WriteString(name, row.Text(column));
        }
    }

    private static void WriteVip<TRow>(Utf8JsonWriter json, TRow row, WireCatalog catalog)
        where TRow : IWireRow
    {
        if (!row.IsNull(WireColumn.Vip))
        {
            json.WriteString(WireNames.IsVip, row.Number(WireColumn.Vip) != 0 ? "1"u8 : "2"u8);
        }

        if (!row.IsNull(WireColumn.VipLevel) && Encoding.UTF8.GetString(row.Text(WireColumn.VipLevel)) is var level && catalog.Levels.TryGetValue(level, out var name))
        {
            json.WriteString(WireNames.VipLevel, level);
            json.WriteString(WireNames.VipLevelName, name);
        }
    }

    private static void WriteTags<TRow>(Utf8JsonWriter json, TRow row, WireCatalog catalog)
        where TRow : IWireRow
    {
        if (!row.IsNull(WireColumn.Tags) && catalog.Tags(Encoding.UTF8.GetString(row.Text(WireColumn.Tags))) is { } tags)
        {
            json.WriteString(WireNames.Tags, tags.Ids);
            json.WriteString(WireNames.TagNames, tags.Names);
        }
    }

    private static void WriteFields<TRow>(Utf8JsonWriter json, TRow row, WireCatalog catalog)
        where TRow : IWireRow
    {
        if (row.IsNull(WireColumn.Fields))
        {
            return;
        }

        var reader = new Utf8JsonReader(row.Text(WireColumn.Fields));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = catalog.Fields.GetValueOrDefault(reader.GetString()!);
            reader.Read();
            WriteField(json, ref reader, field);
        }
    }

    /// <summary>The array of one field's texts; the reader ends on its last bracket.</summary>
    private static void WriteField(Utf8JsonWriter json, ref Utf8JsonReader reader, WireField? field)
    {
        string? joined = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var text = field switch { null => null, { IsChoice: true } => field.Option(reader.GetString()!), _ => reader.GetString() };
            joined = joined is null || text is null ? text ?? joined : $"{joined},{text}";
        }

        if (joined is not null)
        {
            json.WriteString(field!.Name, joined);
        }
    }
}
