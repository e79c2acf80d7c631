using System.Text.Json.Serialization;

namespace ApiAdmin.Web.Customers;

/// <summary>
/// The flat answer of the internal query, for the description only: it is written by hand. Every value is a string; members that are not
/// required are there when they are set, and besides them one member per customer field that has a value, named by the field's id.
/// </summary>
public sealed record CustomerAnswer
{
    [JsonPropertyName("id")] public required string Id { get; init; }

    [JsonPropertyName("nick")] public required string Nick { get; init; }

    /// <summary>Male, Female, or empty when unknown.</summary>
    [JsonPropertyName("sexName")] public required string SexName { get; init; }

    /// <summary>blacklist or normal.</summary>
    [JsonPropertyName("userStatusName")] public required string UserStatusName { get; init; }

    /// <summary>1 or 0.</summary>
    [JsonPropertyName("isblack")] public required string IsBlack { get; init; }

    /// <summary>Several joined by ; with the primary one first.</summary>
    [JsonPropertyName("tel")] public string Tel { get; init; } = "";

    /// <summary>Several joined by ; with the primary one first.</summary>
    [JsonPropertyName("email")] public string Email { get; init; } = "";

    [JsonPropertyName("partner_id")] public string PartnerId { get; init; } = "";

    [JsonPropertyName("wx_unionid")] public string WxUnionId { get; init; } = "";

    [JsonPropertyName("wx_external_userid")] public string WxExternalUserId { get; init; } = "";

    [JsonPropertyName("wx_openid")] public string WxOpenId { get; init; } = "";

    [JsonPropertyName("faceBookid")] public string FaceBookId { get; init; } = "";

    [JsonPropertyName("instagramid")] public string InstagramId { get; init; } = "";

    [JsonPropertyName("whatsappid")] public string WhatsappId { get; init; } = "";

    [JsonPropertyName("lineid")] public string LineId { get; init; } = "";

    [JsonPropertyName("telegramid")] public string TelegramId { get; init; } = "";

    [JsonPropertyName("discordid")] public string DiscordId { get; init; } = "";

    /// <summary>Several joined by commas.</summary>
    [JsonPropertyName("visitorids")] public string VisitorIds { get; init; } = "";

    /// <summary>The real name.</summary>
    [JsonPropertyName("uname")] public string RealName { get; init; } = "";

    [JsonPropertyName("countryName")] public string Country { get; init; } = "";

    [JsonPropertyName("provice_name")] public string Province { get; init; } = "";

    [JsonPropertyName("city_name")] public string City { get; init; } = "";

    [JsonPropertyName("remark")] public string Remark { get; init; } = "";

    /// <summary>1 yes, 2 no.</summary>
    [JsonPropertyName("isVip")] public string IsVip { get; init; } = "";

    /// <summary>The id of the level.</summary>
    [JsonPropertyName("vipLevel")] public string VipLevel { get; init; } = "";

    [JsonPropertyName("vipLeveName")] public string VipLevelName { get; init; } = "";

    [JsonPropertyName("enterprise_name")] public string Enterprise { get; init; } = "";

    /// <summary>Source channel.</summary>
    [JsonPropertyName("sourceName")] public string Source { get; init; } = "";

    /// <summary>The agent who looks after the customer.</summary>
    [JsonPropertyName("liableServiceName")] public string Owner { get; init; } = "";

    /// <summary>Tag ids joined by commas.</summary>
    [JsonPropertyName("userLabel")] public string TagIds { get; init; } = "";

    /// <summary>"Group": "Tag 1", "Tag 2" a group, joined by a semicolon and a blank.</summary>
    [JsonPropertyName("userLableName")] public string TagNames { get; init; } = "";
}
