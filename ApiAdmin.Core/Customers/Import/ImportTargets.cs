using System.Collections.Frozen;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>What a column can be of a customer: the members' names as REST has them, account kinds, and the ids of customer fields.</summary>
public static class ImportTargets
{
    public const string Id = "id";
    public const string Nick = "nick";
    public const string RealName = "realName";
    public const string Sex = "sex";
    public const string Phones = "phones";
    public const string Emails = "emails";
    public const string VisitorIds = "visitorIds";
    public const string Country = "country";
    public const string Province = "province";
    public const string City = "city";
    public const string Remark = "remark";
    public const string Vip = "vip";
    public const string VipLevel = "vipLevel";
    public const string Blacklisted = "blacklisted";
    public const string BlacklistReason = "blacklistReason";
    public const string Enterprise = "enterprise";
    public const string Source = "source";
    public const string Owner = "owner";
    public const string Tags = "tags";

    /// <summary>Those that every installation has, in the order of a customer's page.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
    [
        Id, Nick, RealName, Sex, Phones, Emails, .. AccountKinds.All.Select(AccountKinds.Name), VisitorIds, Country, Province, City, Remark,
        Vip, VipLevel, Blacklisted, BlacklistReason, Enterprise, Source, Owner, Tags,
    ];

    /// <summary>All of this installation; disabled fields are asked nowhere.</summary>
    public static IReadOnlyList<string> Of(CustomerCatalog catalog) =>
        [.. Fixed, .. catalog.Fields.Where(field => field.Enabled).Select(field => field.Id)];

    private static readonly FrozenDictionary<string, string> ByAlias = Aliases().ToFrozenDictionary(pair => pair.Alias, pair => pair.Target, StringComparer.Ordinal);

    /// <summary>The target a column's name most likely means, in English or Chinese; null when none.</summary>
    public static string? Guess(string name, CustomerCatalog catalog)
    {
        var words = name.Trim();
        foreach (var field in catalog.Fields.Where(field => field.Enabled))
        {
            if (words == field.Title || words == field.Id || words.StartsWith(field.Id + " ", StringComparison.Ordinal))
            {
                return field.Id;
            }
        }

        return ByAlias.GetValueOrDefault(Key(words));
    }

    private static string Key(string name) => SearchText.Words(name).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<(string Alias, string Target)> Aliases()
    {
        (string Target, string Names)[] names =
        [
            (Id, "customerid,客户id,客户编号,编号"),
            (Nick, "nickname,name,customer,customername,昵称,名称,客户名称,客户昵称,客户"),
            (RealName, "uname,fullname,truename,姓名,真实姓名,名字"),
            (Sex, "gender,sexname,性别"),
            (Phones, "phone,tel,telephone,mobile,mobilephone,cell,cellphone,phonenumber,phonenumbers,电话,手机,手机号,手机号码,电话号码,联系电话,联系方式"),
            (Emails, "email,mail,emailaddress,邮箱,电子邮箱,邮件,电子邮件"),
            ("partnerId", "partner,合作伙伴id,伙伴id"),
            ("wxUnionId", "unionid,微信unionid"),
            ("wxOpenId", "openid,微信openid,wechat,微信,微信号"),
            ("wxExternalUserId", "externaluserid,企业微信,企业微信id"),
            ("whatsappId", "whatsapp"), ("faceBookId", "facebook"), ("instagramId", "instagram"), ("lineId", "line"), ("telegramId", "telegram"), ("discordId", "discord"),
            (VisitorIds, "visitorid,visitor,访客id"),
            (Country, "countryname,nation,国家"),
            (Province, "provincename,provicename,state,region,省,省份"),
            (City, "cityname,town,市,城市"),
            (Remark, "remarks,note,notes,comment,comments,备注,说明"),
            (Vip, "isvip,是否vip,vip客户"),
            (VipLevel, "level,vipleveName,vip等级,vip级别,会员等级"),
            (Blacklisted, "blacklist,isblack,黑名单,是否黑名单"),
            (BlacklistReason, "blackreason,拉黑原因,黑名单原因"),
            (Enterprise, "enterprisename,company,companyname,organisation,organization,firm,企业,公司,企业名称,公司名称,单位"),
            (Source, "sourcename,channel,sourcechannel,来源,渠道,来源渠道"),
            (Owner, "liableservicename,agent,accountmanager,负责人,负责客服,归属客服,坐席"),
            (Tags, "tag,label,labels,userlabel,userlablename,标签"),
        ];
        return Fixed.Select(target => (Key(target), target))
            .Concat(names.SelectMany(entry => entry.Names.Split(',').Select(alias => (Key(alias), entry.Target))))
            .DistinctBy(pair => pair.Item1);
    }
}
