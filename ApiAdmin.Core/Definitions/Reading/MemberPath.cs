using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>Where a finding is: <c>parameters[2].name</c>, <c>cases[0].inputs["a b"]</c>.</summary>
public static partial class MemberPath
{
    public static string Member(string path, string name)
    {
        if (!PlainName().IsMatch(name))
        {
            return $"{path}[{Quoted.Text(name)}]";
        }

        return path.Length == 0 ? name : $"{path}.{name}";
    }

    public static string Item(string path, int index) => $"{path}[{index}]";

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.NonBacktracking)]
    private static partial Regex PlainName();
}
