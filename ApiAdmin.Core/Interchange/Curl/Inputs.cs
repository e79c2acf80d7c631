using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>A value of the command that a caller could give on each call.</summary>
/// <param name="Name">The input's name; the param's own for query and body.</param>
/// <param name="Value">What stood in the command; it becomes the example.</param>
/// <param name="Index">Of the path's segment, from 0; -1 elsewhere.</param>
public sealed record FoundInput(ParamPlace In, string Name, RawJson Value, int Index = -1);

/// <summary>Finds values that look like data and makes inputs of them.</summary>
public static partial class Inputs
{
    public static ValueList<FoundInput> Find(ApiDefinition definition, ValueList<FoundCredential> credentials) =>
    [
        .. InPath(definition),
        .. definition.Parameters
            .Where(row => row.In != ParamPlace.Path && row.Value is ConstantValue && !credentials.Any(found => Credentials.IsOf(row, found)))
            .Select(row => new FoundInput(row.In, row.Name, ((ConstantValue)row.Value).Value)),
    ];

    /// <summary>The same definition asking for the value on each call; a name that is taken already stays a constant.</summary>
    public static ApiDefinition UseInput(ApiDefinition definition, FoundInput found)
    {
        if (DefinitionInputs.Of(definition).Any(input => input.Name == found.Name))
        {
            return definition;
        }

        if (found.In != ParamPlace.Path)
        {
            return definition with { Parameters = [.. definition.Parameters.Select(row => row.In == found.In && row.Name == found.Name ? Asked(row, found) : row)] };
        }

        var parts = Split(definition.Url, out var query);
        parts[found.Index] = $"{{{found.Name}}}";
        var param = new RequestParam { Name = found.Name, In = ParamPlace.Path, Required = true, Example = found.Value };
        return definition with { Url = string.Join('/', parts) + query, Parameters = [param, .. definition.Parameters] };
    }

    private static RequestParam Asked(RequestParam row, FoundInput found) =>
        row with { Value = new CallerValue(), Required = true, Example = found.Value };

    /// <summary>A segment with a digit in it that is no version: <c>/orders/A-1001</c> asks for <c>orderId</c>.</summary>
    private static IEnumerable<FoundInput> InPath(ApiDefinition definition)
    {
        var parts = Split(definition.Url, out _);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 4; index < parts.Length; index++)
        {
            if (Id().IsMatch(parts[index]) && !Version().IsMatch(parts[index]) && names.Add(NameOf(parts[index - 1])))
            {
                yield return new FoundInput(ParamPlace.Path, NameOf(parts[index - 1]), RawJson.String(Uri.UnescapeDataString(parts[index])), index);
            }
        }
    }

    private static string NameOf(string before)
    {
        var letters = string.Concat(before.Where(char.IsAsciiLetterOrDigit));
        return letters.Length < 2 || Id().IsMatch(before) ? "id" : (letters.EndsWith('s') ? letters[..^1] : letters) + "Id";
    }

    private static string[] Split(string url, out string query)
    {
        var question = url.IndexOf('?', StringComparison.Ordinal);
        query = question < 0 ? "" : url[question..];
        return (question < 0 ? url : url[..question]).Split('/');
    }

    [GeneratedRegex(@"^[\w.~%-]*\d[\w.~%-]*\z", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^(?:v\d+(?:\.\d+)*|\d+\.\d+)\z|\.\w{2,5}\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Version();
}
