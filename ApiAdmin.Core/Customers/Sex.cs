namespace ApiAdmin.Core.Customers;

public enum Sex { Male, Female }
