namespace ApiAdmin.Web.Access;

/// <summary>Names the resource file with the texts about people: users, keys, one's own account, invitations, codes.</summary>
public sealed class AccessTexts;
