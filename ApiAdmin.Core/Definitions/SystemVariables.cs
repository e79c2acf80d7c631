namespace ApiAdmin.Core.Definitions;

/// <summary>The closed list of system variables a definition may name.</summary>
public static class SystemVariables
{
    public const string SandboxUrl = "sandbox.url";

    /// <summary>Known on every invocation.</summary>
    public static IReadOnlyList<string> Always { get; } = ["now", "today", "uuid", "unixSeconds", "unixMillis", SandboxUrl];

    /// <summary>Known in flows; elsewhere they are inputs of these names.</summary>
    public static IReadOnlyList<string> OfACall { get; } =
        ["call.from", "ivr_customer_number", "call.to", "call.id", "call.startedAt", "call.language"];

    /// <summary>The one name a variable has: <c>ivr_customer_number</c> is another spelling of <c>call.from</c>.</summary>
    public static string Canonical(string name) => name == "ivr_customer_number" ? "call.from" : name;

    public static bool IsKnown(string name) => Always.Contains(name) || OfACall.Contains(name);

    public static bool IsOfACall(string name) => OfACall.Contains(name);
}
