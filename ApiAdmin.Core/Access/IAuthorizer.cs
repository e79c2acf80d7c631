namespace ApiAdmin.Core.Access;

/// <summary>Says what an actor may do, by what is stored now: a role taken away counts within a second.</summary>
public interface IAuthorizer
{
    /// <exception cref="AccessDeniedException">The actor lacks the right, is disabled or is gone; audited.</exception>
    Task DemandAsync(Actor actor, Operation operation, CancellationToken cancellationToken);

    /// <summary>The same question without the exception, for showing or hiding what a person may use.</summary>
    Task<bool> AllowsAsync(Actor actor, Operation operation, CancellationToken cancellationToken);
}

/// <summary>Marks a public service method with the operation it demands; a test holds every method against it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DemandsAttribute(Operation operation) : Attribute
{
    public Operation Operation { get; } = operation;
}
