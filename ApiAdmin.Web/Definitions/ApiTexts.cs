namespace ApiAdmin.Web.Definitions;

/// <summary>Names the resource file with the texts of the API screens: list, form, grids, test panel, secrets.</summary>
public sealed class ApiTexts;
