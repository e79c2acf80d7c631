using ApiAdmin.Core.Extraction.Conversions;
using ApiAdmin.Core.Extraction.JsonPath;
using ApiAdmin.Core.Extraction.Sources;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>What an output may say beyond its path and type: each option readable, and only where it does something.</summary>
internal static class OutputOptions
{
    private const int LongestSeparator = 20;

    public static IEnumerable<Finding> Faults(string path, OutputParam output)
    {
        Finding?[] all =
        [
            Occurrence($"{path}.occurrence", output), Inner($"{path}.inner", output), Separator($"{path}.separator", output),
            Format($"{path}.format", output), Zone($"{path}.zone", output), WriteAs($"{path}.writeAs", output), Flatten($"{path}.flatten", output),
        ];
        return all.OfType<Finding>();
    }

    private static Finding? Occurrence(string path, OutputParam output) => output.Occurrence switch
    {
        null or OutputChoice.First or OutputChoice.Last => null,
        OutputChoice.All => output.Type is ParamType.String or ParamType.Array
            ? null
            : new(path, FindingCodes.NotAllowed, $"All values make an array or a joined text, not the type {TypeNames.Of(output.Type)}; choose string or array, or one value."),
        { } text when OutputChoice.Number(text) is not null => null,
        { } text => new(path, FindingCodes.UnknownValue, $"{Quoted.Text(text)} names no value; write first, last, all, or a number from 1."),
    };

    private static Finding? Inner(string path, OutputParam output) =>
        output.Inner is { } inner && JsonPathQuery.Parse(inner).Error is { } error ? new(path, error.Code, error.Message) : null;

    private static Finding? Separator(string path, OutputParam output) => output.Separator switch
    {
        null => null,
        { Length: > LongestSeparator } => new(path, FindingCodes.TooLong, $"The separator is longer than {LongestSeparator} characters; shorten it."),
        _ when output.Type is not (ParamType.String or ParamType.Array) => new(path, FindingCodes.NotAllowed, $"A separator joins to a text or splits to an array, not to the type {TypeNames.Of(output.Type)}; leave it out."),
        "" when output.Type == ParamType.Array => new(path, FindingCodes.Required, "The separator that splits the text is empty; give one, for example a comma."),
        _ => null,
    };

    private static Finding? Format(string path, OutputParam output)
    {
        if (output.Format is not { } format)
        {
            return null;
        }

        if (output.Type != ParamType.Date)
        {
            return OnlyForDates(path, output);
        }

        var formats = DateConversion.Formats(format);
        return Array.Find(formats, f => f is not (DateConversion.Seconds or DateConversion.Millis) && !DateFormat.IsUsable(f)) is { } bad
            ? new(path, FindingCodes.Malformed, $"{Quoted.Text(bad)} is no date format; write for example dd.MM.yyyy, unixSeconds or unixMillis.")
            : formats.Length == 0 ? new(path, FindingCodes.Required, "The format is empty; write for example dd.MM.yyyy, or leave it out.") : null;
    }

    private static Finding? Zone(string path, OutputParam output) => output.Zone switch
    {
        null => null,
        _ when output.Type != ParamType.Date => OnlyForDates(path, output),
        { } zone when !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) => new(path, FindingCodes.UnknownValue, $"{Quoted.Text(zone)} is no time zone; write for example Asia/Shanghai or Europe/Berlin."),
        _ => null,
    };

    private static Finding? WriteAs(string path, OutputParam output) => output.WriteAs switch
    {
        null => null,
        _ when output.Type != ParamType.Date => OnlyForDates(path, output),
        DateConversion.Iso => null,
        { } form when !DateFormat.IsUsable(form) => new(path, FindingCodes.Malformed, $"{Quoted.Text(form)} is no date format; write for example dd.MM.yyyy, or iso."),
        _ => null,
    };

    private static Finding? Flatten(string path, OutputParam output) => output.Flatten && output.Type != ParamType.Object
        ? new(path, FindingCodes.NotAllowed, $"Only an object can be flattened, not the type {TypeNames.Of(output.Type)}; choose object.")
        : null;

    private static Finding OnlyForDates(string path, OutputParam output) =>
        new(path, FindingCodes.NotAllowed, $"This is only for dates, and the type is {TypeNames.Of(output.Type)}; leave it out, or choose date.");
}
