using System.Text.Json;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>The members of the answer whose spelling existing clients rely on, encoded once.</summary>
internal static class WireNames
{
    public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    public static readonly JsonEncodedText Nick = JsonEncodedText.Encode("nick");
    public static readonly JsonEncodedText SexName = JsonEncodedText.Encode("sexName");
    public static readonly JsonEncodedText UserStatusName = JsonEncodedText.Encode("userStatusName");
    public static readonly JsonEncodedText IsBlack = JsonEncodedText.Encode("isblack");
    public static readonly JsonEncodedText RealName = JsonEncodedText.Encode("uname");
    public static readonly JsonEncodedText Country = JsonEncodedText.Encode("countryName");
    public static readonly JsonEncodedText Province = JsonEncodedText.Encode("provice_name");
    public static readonly JsonEncodedText City = JsonEncodedText.Encode("city_name");
    public static readonly JsonEncodedText Remark = JsonEncodedText.Encode("remark");
    public static readonly JsonEncodedText IsVip = JsonEncodedText.Encode("isVip");
    public static readonly JsonEncodedText VipLevel = JsonEncodedText.Encode("vipLevel");
    public static readonly JsonEncodedText VipLevelName = JsonEncodedText.Encode("vipLeveName");
    public static readonly JsonEncodedText Enterprise = JsonEncodedText.Encode("enterprise_name");
    public static readonly JsonEncodedText Source = JsonEncodedText.Encode("sourceName");
    public static readonly JsonEncodedText Owner = JsonEncodedText.Encode("liableServiceName");
    public static readonly JsonEncodedText Tags = JsonEncodedText.Encode("userLabel");
    public static readonly JsonEncodedText TagNames = JsonEncodedText.Encode("userLableName");
    public static readonly JsonEncodedText Phones = JsonEncodedText.Encode("tel");
    public static readonly JsonEncodedText Emails = JsonEncodedText.Encode("email");
    public static readonly JsonEncodedText VisitorIds = JsonEncodedText.Encode("visitorids");

    /// <summary>In the order of <see cref="AccountKind"/>.</summary>
    public static readonly IReadOnlyList<JsonEncodedText> Accounts =
    [
        JsonEncodedText.Encode("partner_id"), JsonEncodedText.Encode("wx_unionid"), JsonEncodedText.Encode("wx_openid"),
        JsonEncodedText.Encode("wx_external_userid"), JsonEncodedText.Encode("whatsappid"), JsonEncodedText.Encode("faceBookid"),
        JsonEncodedText.Encode("instagramid"), JsonEncodedText.Encode("lineid"), JsonEncodedText.Encode("telegramid"),
        JsonEncodedText.Encode("discordid"),
    ];
}
