using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers;

/// <summary>One line of a customer's history: who did what when, and what each field was before and after.</summary>
/// <param name="Action">As in the audit: <c>create</c>, <c>update</c>, <c>merge</c>, <c>delete</c>, <c>restore</c>.</param>
public sealed record CustomerChange(
    DateTimeOffset At, string ActorId, string ActorName, string Action, ValueList<FieldChange> Fields);

/// <param name="Field">The member's name as on the wire: <c>realName</c>, <c>fields.cf_10021</c>.</param>
/// <param name="Before">Null when there was nothing. Lists stand one item a line; names of tags, levels and options instead of their ids.</param>
public sealed record FieldChange(string Field, string? Before, string? After);
