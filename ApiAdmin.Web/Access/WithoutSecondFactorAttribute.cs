namespace ApiAdmin.Web.Access;

/// <summary>On pages that stay open to somebody who has yet to set up the second step that <c>Security:RequireMfa</c> demands.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutSecondFactorAttribute : Attribute;
