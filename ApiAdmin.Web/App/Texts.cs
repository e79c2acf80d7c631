namespace ApiAdmin.Web.App;

/// <summary>Names the resource file that holds every text a person reads; a translation is <c>Texts.zh-CN.resx</c> beside it.</summary>
public sealed class Texts;
