namespace ApiAdmin.Web.Definitions.Conflicts;

/// <summary>A place in a definition that one editor can change without the other: a member, a part of one, or a grid's row.</summary>
/// <param name="Member">The definition's member: <c>url</c>, <c>limits</c>, <c>parameters</c> …</param>
/// <param name="Part">Within a member of several: <c>timeoutMs</c>, <c>notFound.rules</c> …; of a grid <see cref="Order"/>.</param>
/// <param name="Row">Within a grid: the row's name.</param>
/// <param name="Occurrence">Which of the rows of that name, from 0.</param>
public sealed record ConflictPlace(string Member, string? Part = null, string? Row = null, int Occurrence = 0)
{
    /// <summary>The part that stands for the order of a grid's rows.</summary>
    public const string Order = "order";

    public bool IsOrder => Part == Order;

    /// <summary>The name of the text that says where this is; a row's own name is data and stands beside it.</summary>
    public string TextKey => IsOrder ? "Field.order" : Part is null ? $"Field.{Member}" : $"Field.{Member}.{Part}";
}
