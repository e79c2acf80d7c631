namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>How much one path may ask for. Each limit that is met is a sentence, never an exception.</summary>
internal static class JsonPathLimits
{
    public const int DeepestQuery = 64;

    public const int DeepestDocument = 64;

    public const int LongestQuery = 4_000;

    /// <summary>Values looked at, those in filters included.</summary>
    public const int MostNodes = 1_000_000;

    public const int MostMatches = 10_000;

    public static string TooDeep { get; } = $"The document is nested deeper than {DeepestDocument}. Ask the other side for a flatter one.";

    public static string TooManyNodes { get; } = "The path looks at more than 1,000,000 values of this document. Name more of the way, or filter once instead of inside a filter.";

    public static string TooManyMatches { get; } = "The path matches more than 10,000 values. Name fewer of them, for example with a slice such as [:100].";
}
