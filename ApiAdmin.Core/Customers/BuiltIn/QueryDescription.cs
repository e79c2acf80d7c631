using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.BuiltIn;

/// <summary>Params and return params of the internal query, those of this installation's customer fields included.</summary>
internal static class QueryDescription
{
    private static readonly (string Name, string Text)[] Returned =
    [
        ("id", "Customer id"), ("nick", "Nick"), ("sexName", "Male, Female, or empty when unknown"), ("userStatusName", "blacklist or normal"), ("isblack", "1 on the blacklist, else 0"),
        ("tel", "Phones, the primary one first, joined by ;"), ("email", "E-mails, the primary one first, joined by ;"), ("partner_id", "Partner id"), ("wx_unionid", "WeChat union id"),
        ("wx_external_userid", "WeCom external user id"), ("wx_openid", "WeChat open id"), ("faceBookid", "Facebook id"), ("instagramid", "Instagram id"), ("whatsappid", "WhatsApp id"),
        ("lineid", "LINE id"), ("telegramid", "Telegram id"), ("discordid", "Discord id"), ("visitorids", "Visitor ids, joined by commas"), ("uname", "Real name"), ("countryName", "Country"),
        ("provice_name", "Province"), ("city_name", "City"), ("remark", "Remark"), ("isVip", "1 yes, 2 no"), ("vipLevel", "Id of the VIP level"), ("vipLeveName", "Name of the VIP level"),
        ("enterprise_name", "Enterprise"), ("sourceName", "Source channel"), ("liableServiceName", "Owner agent"), ("userLabel", "Tag ids, joined by commas"), ("userLableName", "Tags by group"),
    ];

    private static readonly HashSet<string> Accounts =
        ["partner_id", "wx_unionid", "wx_external_userid", "wx_openid", "faceBookid", "instagramid", "whatsappid", "lineid", "telegramid", "discordid"];

    private const int Always = 5;

    public static ApiDefinition Of(CustomerCatalog catalog, string url, bool masked) => new()
    {
        Key = ReservedKeys.CustomerQuery,
        Name = "Customer query",
        Description = "Finds the customer to whom all that is given belongs. Built in: it needs no description and no connection.",
        Method = "GET",
        Url = url,
        Parameters =
        [
            Param("id", "Customer id", sensitive: false), Param("tel", "Phone number in any notation", masked), Param("email", "E-mail", masked),
            Param("thirdAccountId", "Any third-party account", masked),
        ],
        Outputs =
        [
            .. Returned.Select((entry, index) => Output(entry.Name, entry.Text, index < Always)),
            .. catalog.Fields.Where(field => field.Enabled).Select(field => Output(field.Id, field.Title, required: false)),
        ],
        Success = new SuccessRule { NotFound = new NotFoundRule { Rules = [new BodyRule { Path = "$.id", Op = RuleOperator.MissingOrNull }] } },
    };

    /// <summary>A value of the answer as somebody sees it who may not see personal values.</summary>
    public static string Mask(string name, string value) => name switch
    {
        "tel" => string.Join(';', value.Split(';').Select(phone => Masking.Phone(phone))),
        "email" => string.Join(';', value.Split(';').Select(email => Masking.Email(email))),
        "visitorids" => string.Join(',', value.Split(',').Select(visitor => Masking.Account(visitor))),
        _ => Accounts.Contains(name) ? string.Join(';', value.Split(';').Select(account => Masking.Account(account))) : value,
    };

    private static RequestParam Param(string name, string text, bool sensitive) =>
        new() { Name = name, In = ParamPlace.Query, Description = text, Sensitive = sensitive };

    private static OutputParam Output(string name, string text, bool required) =>
        new() { Name = name, Path = $"$[{JsonSerializer.Serialize(name)}]", Description = text, Required = required };
}
