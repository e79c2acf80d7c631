using ApiAdmin.Core;

namespace ApiAdmin.Web.Operations;

/// <summary>A command line in its two parts, and what is wrong with the first.</summary>
public sealed record SplitArguments(IReadOnlyList<string> Settings, IReadOnlyList<string> Verb, IReadOnlyList<string> Problems);

/// <summary>Parts a command line into settings (<c>--Urls=…</c>, <c>--Storage:DataDirectory=…</c>) and the verb with its own options.</summary>
public static class SettingArguments
{
    private static readonly string[] WithoutSection = ["Urls", "PublicUrl", "Environment"];

    /// <summary>First parts of names, so that a slip in one is told and not passed over.</summary>
    private static readonly string[] Sections =
    [
        "Storage", "ConnectionStrings", "Secrets", "Outbound", "Sandbox", "Customers", "History", "CallLog", "Security", "ForwardedHeaders",
        "RateLimits", "Health", "Kestrel", "Logging",
    ];

    /// <summary>Settings that are named without a section.</summary>
    public static IReadOnlyList<string> Names => WithoutSection;

    public static SplitArguments Split(IReadOnlyList<string> args)
    {
        var (settings, rest, problems) = (new List<string>(), new List<string>(), new List<string>());
        for (var index = 0; index < args.Count; index++)
        {
            if (!IsSetting(args[index]))
            {
                rest.Add(args[index]);
                continue;
            }

            var name = args[index].Split('=')[0];
            if (!IsKnown(name))
            {
                problems.Add($"There is no setting {Quoted.Text(name)}.{Nearest.Hint(Section(name), Sections)} Settings begin with {string.Join(", ", Sections)}.");
            }

            settings.Add(args[index]);
            if (args[index].Contains('=', StringComparison.Ordinal))
            {
                continue;
            }

            if (index + 1 == args.Count || args[index + 1].StartsWith("--", StringComparison.Ordinal))
            {
                problems.Add($"The setting {name} has no value; write {name}=VALUE.");
                continue;
            }

            settings.Add(args[++index]);
        }

        return new SplitArguments(settings, rest, problems);
    }

    private static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && argument[2..].Split('=')[0] is var name
        && (name.Contains(':', StringComparison.Ordinal) || WithoutSection.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool IsKnown(string option) =>
        WithoutSection.Contains(option[2..], StringComparer.OrdinalIgnoreCase) || Sections.Contains(Section(option), StringComparer.OrdinalIgnoreCase);

    private static string Section(string option) => option[2..].Split(':')[0];
}
