namespace ApiAdmin.Web.Shared.Grid;

/// <summary>What is another view of the same rows, and so goes back with them when a step is undone.</summary>
public interface IRowCompanion
{
    object State { get; }

    /// <summary>Called before the rows change to what they were at that state.</summary>
    void Return(object state);
}
