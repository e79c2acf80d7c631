using System.Xml.XPath;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>The XPath of an output, parsed once.</summary>
internal static class OutputXPath
{
    public const int Longest = 1_000;

    /// <param name="problem">What is wrong with it and how to mend it; null when nothing is.</param>
    public static XPathExpression? Compile(string path, out string? problem)
    {
        problem = path.Length switch
        {
            0 => "The XPath is missing; write for example /order/status.",
            > Longest => $"The XPath is longer than {Longest} characters; make it simpler.",
            _ => null,
        };
        if (problem is not null)
        {
            return null;
        }

        try
        {
            return XPathExpression.Compile(path);
        }
        catch (Exception exception) when (exception is XPathException or ArgumentException)
        {
            problem = $"{Quoted.Text(path)} is no XPath 1.0: {exception.Message}";
            return null;
        }
    }
}
