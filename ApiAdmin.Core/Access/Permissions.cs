using System.Collections.Frozen;

namespace ApiAdmin.Core.Access;

/// <summary>What can be done, one name for each thing that roles and scopes are asked about.</summary>
public enum Operation
{
    ReadApis,
    WriteApis,
    TestApis,
    CommentOnApis,
    ModerateComments,
    ReadSecrets,
    WriteSecrets,
    ReadOwnInvocations,
    ReadAllInvocations,
    ManageUsers,
    ManageKeys,
    ReadAudit,
    ManageOwnAccount,

    /// <summary>The list, one customer and its history; personal values masked unless <see cref="SeePersonalValues"/>.</summary>
    ReadCustomers,

    /// <summary>The internal query: unmasked.</summary>
    QueryCustomers,

    /// <summary>Phones, e-mails, accounts and visitor ids as they are, everywhere.</summary>
    SeePersonalValues,

    /// <summary>The same of one customer at a time, audited and so many an hour.</summary>
    RevealCustomer,

    /// <summary>Create, edit, remark, blacklist, VIP.</summary>
    WriteCustomers,
    DeleteCustomers,
    EraseCustomers,
    MergeCustomers,
    ImportCustomers,
    ExportCustomers,

    /// <summary>Customer fields, tags, VIP levels.</summary>
    ManageCustomerLists,
}

public enum Role { Administrator, Developer, Supervisor, Agent }

/// <summary>The closed list of API key scopes.</summary>
public static class Scopes
{
    public const string ApisRead = "apis:read";
    public const string ApisWrite = "apis:write";
    public const string ApisInvoke = "apis:invoke";
    public const string CustomersRead = "customers:read";
    public const string CustomersReveal = "customers:reveal";
    public const string CustomersWrite = "customers:write";
    public const string FlowsRead = "flows:read";
    public const string FlowsWrite = "flows:write";
    public const string FlowsRun = "flows:run";

    public static IReadOnlyList<string> All { get; } =
        [ApisRead, ApisWrite, ApisInvoke, CustomersRead, CustomersReveal, CustomersWrite, FlowsRead, FlowsWrite, FlowsRun];
}

/// <summary>The two tables from which every right follows: role → operations and scope → operations.</summary>
public static class Permissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<Operation>> ByRole = new Dictionary<Role, FrozenSet<Operation>>
    {
        [Role.Administrator] = Enum.GetValues<Operation>().ToFrozenSet(),
        [Role.Developer] = FrozenSet.Create(
            Operation.ReadApis, Operation.WriteApis, Operation.TestApis, Operation.CommentOnApis, Operation.ReadSecrets, Operation.WriteSecrets,
            Operation.ReadOwnInvocations, Operation.ReadAllInvocations, Operation.ManageOwnAccount, Operation.ReadCustomers),
        [Role.Supervisor] = FrozenSet.Create(
            Operation.ReadApis, Operation.ReadOwnInvocations, Operation.ReadAllInvocations, Operation.ManageOwnAccount,
            Operation.ReadCustomers, Operation.QueryCustomers, Operation.SeePersonalValues, Operation.RevealCustomer,
            Operation.WriteCustomers, Operation.DeleteCustomers, Operation.MergeCustomers, Operation.ImportCustomers,
            Operation.ExportCustomers, Operation.ManageCustomerLists),
        [Role.Agent] = FrozenSet.Create(
            Operation.ManageOwnAccount, Operation.ReadCustomers, Operation.RevealCustomer, Operation.WriteCustomers),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, FrozenSet<Operation>> ByScope = new Dictionary<string, FrozenSet<Operation>>
    {
        [Scopes.ApisRead] = FrozenSet.Create(Operation.ReadApis, Operation.ReadAllInvocations),
        [Scopes.ApisWrite] = FrozenSet.Create(
            Operation.WriteApis, Operation.TestApis, Operation.ReadSecrets, Operation.WriteSecrets),
        [Scopes.CustomersRead] = FrozenSet.Create(Operation.ReadCustomers, Operation.QueryCustomers),
        [Scopes.CustomersReveal] = FrozenSet.Create(Operation.SeePersonalValues, Operation.RevealCustomer, Operation.ExportCustomers),
        [Scopes.CustomersWrite] = FrozenSet.Create(
            Operation.WriteCustomers, Operation.DeleteCustomers, Operation.EraseCustomers, Operation.MergeCustomers,
            Operation.ImportCustomers, Operation.ManageCustomerLists),
    }.ToFrozenDictionary();

    public static bool Allows(Role role, Operation operation) => ByRole[role].Contains(operation);

    /// <summary>Whether somebody of one role could do something that the other role cannot.</summary>
    public static bool Loses(Role from, Role to) => !ByRole[from].IsSubsetOf(ByRole[to]);

    /// <summary>Any key may read its own invocations; everything else needs a scope.</summary>
    public static bool Allows(IEnumerable<string> scopes, Operation operation) =>
        operation == Operation.ReadOwnInvocations
        || scopes.Any(scope => ByScope.TryGetValue(scope, out var operations) && operations.Contains(operation));
}
