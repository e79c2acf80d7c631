namespace ApiAdmin.Core.Customers;

/// <summary>The third-party systems a customer can have an account in; on the wire the same names in camelCase.</summary>
public enum AccountKind
{
    PartnerId,
    WxUnionId,
    WxOpenId,
    WxExternalUserId,
    WhatsappId,
    FaceBookId,
    InstagramId,
    LineId,
    TelegramId,
    DiscordId,
}

public sealed record CustomerAccount(AccountKind Kind, string Value)
{
    /// <summary>Never the value: records print themselves into logs otherwise.</summary>
    public override string ToString() => $"{Kind} account";
}
