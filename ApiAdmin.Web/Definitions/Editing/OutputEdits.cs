using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>Changes of an output that take others with them: what an option means nothing for is not left behind.</summary>
public static class OutputEdits
{
    /// <summary>What is taken when nobody chose: all but an empty text, which is a value.</summary>
    private static readonly Absence[] UsuallyDefaulted = [Absence.Missing, Absence.Null, Absence.Invalid];

    public static bool HasPath(OutputSource source) => source is not (OutputSource.Status or OutputSource.Body);

    /// <summary>How a path of the source is written.</summary>
    public static string? Example(OutputSource source) => source switch
    {
        OutputSource.Json => "$.data.id",
        OutputSource.Header => "X-Request-Id",
        OutputSource.Cookie => "session",
        OutputSource.Xml => "//order/status",
        OutputSource.Regex => "Order no\\. (?<value>[A-Z0-9-]+)",
        OutputSource.Form => "status",
        _ => null,
    };

    public static OutputParam WithSource(OutputParam output, OutputSource source) => output with
    {
        From = source,
        Path = HasPath(source) ? output.Path : "",
        Type = source == OutputSource.Status && output.Path.Length == 0 && output.Name.Length == 0 ? ParamType.Integer : output.Type,
        Occurrence = HasPath(source) ? output.Occurrence : null,
        Inner = source == OutputSource.Status ? null : output.Inner,
    };

    public static OutputParam WithType(OutputParam output, ParamType type) => output with
    {
        Type = type,
        Default = TypedText.Retype(output.Default, type),
        Separator = JoinsOrSplits(type) ? output.Separator : null,
        Occurrence = output.Occurrence == "all" && !JoinsOrSplits(type) ? null : output.Occurrence,
        Format = type == ParamType.Date ? output.Format : null,
        Zone = type == ParamType.Date ? output.Zone : null,
        WriteAs = type == ParamType.Date ? output.WriteAs : null,
        Flatten = type == ParamType.Object && output.Flatten,
    };

    public static bool JoinsOrSplits(ParamType type) => type is ParamType.String or ParamType.Array;

    public static bool IsDefaultedFor(OutputParam output, Absence absence) => (output.DefaultFor ?? [.. UsuallyDefaulted]).Contains(absence);

    public static OutputParam DefaultFor(OutputParam output, Absence absence, bool on)
    {
        var chosen = Enum.GetValues<Absence>().Where(a => a == absence ? on : IsDefaultedFor(output, a)).ToValueList();
        return output with { DefaultFor = chosen.SequenceEqual(UsuallyDefaulted) ? null : chosen };
    }

    /// <summary>Which of several is meant, for the list of choices: a number has a field of its own.</summary>
    public static string Occurrence(OutputParam output) => output.Occurrence switch
    {
        null or "first" => "first",
        "last" or "all" => output.Occurrence,
        _ => "nth",
    };
}
