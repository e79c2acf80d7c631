namespace ApiAdmin.Web.Operations;

/// <summary>Parts a command line into settings (<c>--Urls=…</c>, <c>--Storage:DataDirectory=…</c>) and the verb with its own options.</summary>
public static class SettingArguments
{
    private static readonly string[] WithoutSection = ["Urls", "PublicUrl", "Environment"];

    public static (IReadOnlyList<string> Settings, IReadOnlyList<string> Verb) Split(IReadOnlyList<string> args)
    {
        var settings = new List<string>();
        var rest = new List<string>();
        for (var index = 0; index < args.Count; index++)
        {
            if (!IsSetting(args[index]))
            {
                rest.Add(args[index]);
                continue;
            }

            settings.Add(args[index]);
            if (!args[index].Contains('=', StringComparison.Ordinal) && index + 1 < args.Count)
            {
                settings.Add(args[++index]);
            }
        }

        return (settings, rest);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = argument[2..].Split('=')[0];
        return name.Contains(':', StringComparison.Ordinal) || WithoutSection.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
