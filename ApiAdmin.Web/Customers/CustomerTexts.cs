namespace ApiAdmin.Web.Customers;

/// <summary>Names the resource file with the texts about customers: search, one customer, its settings.</summary>
public sealed class CustomerTexts;
