using System.Text;

namespace ApiAdmin.Core.Definitions;

/// <summary>
/// How much of answers is kept with an API, in bytes of UTF-8. Samples are part of the definition and so of each of its versions; what
/// is kept here leaves the definition's other half to the rest.
/// </summary>
public static class SampleLimits
{
    public const int LargestBody = 1024 * 1024;

    /// <summary>All bodies of one definition.</summary>
    public const int LargestTogether = 2 * 1024 * 1024;

    public static int BytesOf(ResponseSample sample) => Encoding.UTF8.GetByteCount(sample.Body ?? "");

    public static long BytesOf(ValueList<ResponseSample> samples) => samples.Sum(sample => (long)BytesOf(sample));
}
