using System.Globalization;
using ApiAdmin.Core;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>Reads the query of one request and collects everything that is wrong with it.</summary>
public sealed class QueryReader
{
    private readonly IQueryCollection query;
    private readonly List<Finding> findings = [];

    /// <param name="known">The names this address takes; any other is refused by name.</param>
    public QueryReader(HttpRequest request, params IReadOnlyList<string> known)
    {
        query = request.Query;
        foreach (var name in query.Keys.Where(name => !known.Contains(name)))
        {
            findings.Add(new Finding(name, FindingCodes.UnknownMember, $"There is no query parameter \"{name}\" here; known: {string.Join(", ", known)}."));
        }

        foreach (var name in known.Where(name => query[name].Count > 1))
        {
            findings.Add(new Finding(name, FindingCodes.Duplicate, $"Give {name} once."));
        }
    }

    /// <summary>Null when it is left out or blank.</summary>
    public string? Text(string name, int longest = 200)
    {
        var text = query[name].FirstOrDefault();
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Length > longest)
        {
            findings.Add(new Finding(name, FindingCodes.TooLong, $"{name} may have {longest.ToString(CultureInfo.InvariantCulture)} characters."));
        }

        return text;
    }

    public int Number(string name, int @default, int lowest, int highest)
    {
        if (Text(name) is not { } text)
        {
            return @default;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest)
        {
            return number;
        }

        findings.Add(new Finding(name, FindingCodes.OutOfRange, FormattableString.Invariant($"{name} must be a whole number from {lowest} to {highest}.")));
        return @default;
    }

    /// <summary>One name of a closed list, by the names <typeparamref name="T"/> has in JSON.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum => Text(name) is { } text ? Parse<T>(name, text, "") : null;

    /// <summary><c>true</c> or <c>false</c>; false when it is left out.</summary>
    public bool Flag(string name) => Choice<Truth>(name) == Truth.True;

    /// <summary><c>name</c> for ascending, <c>-name</c> for descending.</summary>
    public (T By, bool Descending) Sort<T>(string name, T @default)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return (@default, false);
        }

        var descending = text[0] == '-';
        return (Parse<T>(name, text[(descending ? 1 : 0)..], "; put - before it for descending") ?? @default, descending);
    }

    /// <exception cref="InvalidException">Something was wrong.</exception>
    public void DemandGood()
    {
        if (findings.Count > 0)
        {
            throw new InvalidException(findings);
        }
    }

    private T? Parse<T>(string name, string text, string hint)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Camel(value.ToString()) == text)
            {
                return value;
            }
        }

        var known = string.Join(", ", Enum.GetNames<T>().Select(Camel));
        findings.Add(new Finding(name, FindingCodes.UnknownValue, $"{name} must be one of {known}{hint}."));
        return null;
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private enum Truth { False, True }
}
