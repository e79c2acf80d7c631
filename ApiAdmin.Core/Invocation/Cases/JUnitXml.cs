using System.Globalization;
using System.Text;
using System.Xml;

namespace ApiAdmin.Core.Invocation.Cases;

/// <summary>
/// A report as JUnit XML, the form that build servers read: one suite for each API, one test for each case. Characters
/// that XML 1.0 cannot hold stand as U+FFFD.
/// </summary>
public static class JUnitXml
{
    public const string MediaType = "application/xml";

    public static byte[] Write(CasesReport report)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("testsuites");
            Attribute(xml, "name", "ApiAdmin");
            Counts(xml, report.Cases, report.DurationMs);
            foreach (var suite in report.Cases.GroupBy(test => test.Api))
            {
                Suite(xml, suite.Key, [.. suite], report.StartedAt);
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Suite(XmlWriter xml, string api, IReadOnlyList<CaseResult> cases, DateTimeOffset startedAt)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", api);
        Counts(xml, cases, cases.Sum(test => test.DurationMs));
        Attribute(xml, "timestamp", startedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var test in cases)
        {
            Case(xml, test);
        }

        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, CaseResult test)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", test.Api);
        Attribute(xml, "name", test.Case);
        Attribute(xml, "time", Seconds(test.DurationMs));
        if (test.State == CaseState.Failed)
        {
            xml.WriteStartElement("failure");
            Attribute(xml, "type", test.Failures.Count == 0 ? "case" : test.Failures[0].Kind.ToString());
            Attribute(xml, "message", string.Join(' ', test.Failures.Select(failure => failure.Message)));
            xml.WriteString(Clean(test.Message ?? ""));
            xml.WriteEndElement();
        }
        else if (test.State == CaseState.NotRun)
        {
            xml.WriteStartElement("skipped");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, IReadOnlyList<CaseResult> cases, double ms)
    {
        Attribute(xml, "tests", Number(cases.Count));
        Attribute(xml, "failures", Number(cases.Count(test => test.State == CaseState.Failed)));
        Attribute(xml, "errors", "0");
        Attribute(xml, "skipped", Number(cases.Count(test => test.State == CaseState.NotRun)));
        Attribute(xml, "time", Seconds(ms));
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Clean(value));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double ms) => (ms / 1000).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Clean(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            builder.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        }

        return builder.ToString();
    }
}
