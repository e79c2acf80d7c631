using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>The columns of a customer's row as the answer needs them, in the order in which both databases select them.</summary>
internal enum WireColumn { Id, Nick, RealName, Sex, Country, Province, City, Remark, Vip, VipLevel, Blacklisted, Enterprise, Source, Owner, Tags, Fields }

/// <summary>One row under the reader's hand; the spans live until it moves on.</summary>
internal interface IWireRow
{
    bool IsNull(WireColumn column);

    ReadOnlySpan<byte> Text(WireColumn column);

    long Number(WireColumn column);
}

/// <summary>A customer's identifiers by kind and position, one under the reader's hand.</summary>
internal interface IWireIdentifiers
{
    IdentifierKind Kind { get; }

    ReadOnlySpan<byte> Shown { get; }

    bool MoveNext();
}

internal static class WireColumns
{
    public const string Sql =
        "c.id, c.nick, c.real_name, c.sex, c.country, c.province, c.city, c.remark, c.vip, c.vip_level, c.blacklisted, "
        + "c.enterprise, c.source, c.owner, c.tags, c.fields";
}
