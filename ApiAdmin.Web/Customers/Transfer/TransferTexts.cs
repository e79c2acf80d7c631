namespace ApiAdmin.Web.Customers.Transfer;

/// <summary>Names the resource file with the texts about importing and exporting customers.</summary>
public sealed class TransferTexts;
