using System.Text.Json.Nodes;

namespace ApiAdmin.Web.Definitions.Conflicts;

public enum Side { Mine, Theirs }

/// <summary>One place of the definition on which the two editors differ. A side that has nothing there is null.</summary>
/// <param name="BothChanged">Each changed it from what both had opened: only a person can say which one stays.</param>
public sealed record ConflictField(ConflictPlace Place, JsonNode? Mine, JsonNode? Theirs, bool BothChanged, Side Proposed);
