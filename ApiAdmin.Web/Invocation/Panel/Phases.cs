using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>The phases of a run in their order, by the names the report has for them.</summary>
public static class Phases
{
    public static IReadOnlyList<string> All { get; } =
    [
        PhaseNames.Check, PhaseNames.Build, PhaseNames.Queue, PhaseNames.Dns, PhaseNames.Connect, PhaseNames.Tls,
        PhaseNames.Send, PhaseNames.Wait, PhaseNames.Receive, PhaseNames.Extract,
    ];

    /// <summary>What the live line shows: waiting for a connection only while it really happens.</summary>
    public static IEnumerable<string> During(string current) => All.Where(name => name != PhaseNames.Queue || name == current);

    public static bool IsBefore(string name, string current) => Index(name) < Index(current);

    private static int Index(string name) => All.ToList().IndexOf(name);
}
