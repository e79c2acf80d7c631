namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>The phases of a run in their order, by the names the report has for them.</summary>
public static class Phases
{
    public static IReadOnlyList<string> All { get; } =
        ["check", "build", "dns", "connect", "tls", "send", "wait", "receive", "extract"];

    public static bool IsBefore(string name, string current) => Index(name) < Index(current);

    private static int Index(string name) => All.ToList().IndexOf(name);
}
