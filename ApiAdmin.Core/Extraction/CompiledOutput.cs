using System.Text.RegularExpressions;
using System.Xml.XPath;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Conversions;
using ApiAdmin.Core.Extraction.JsonPath;
using ApiAdmin.Core.Extraction.Sources;

namespace ApiAdmin.Core.Extraction;

/// <summary>An output with its path parsed.</summary>
internal sealed class CompiledOutput
{
    public CompiledOutput(OutputParam param, PathSlots slots)
    {
        Param = param;
        string? error = null;
        switch (param.From)
        {
            case OutputSource.Json:
                var parsed = JsonPathQuery.Parse(param.Path);
                (Path, error) = (slots.Of(parsed.Path), parsed.Error?.Message);
                break;
            case OutputSource.Xml:
                XPath = OutputXPath.Compile(param.Path, out error);
                break;
            case OutputSource.Regex:
                Pattern = OutputPattern.Create(param.Path, out error);
                break;
        }

        if (param.Inner is { } inner)
        {
            var parsed = JsonPathQuery.Parse(inner);
            (Inner, error) = (parsed.Path, error ?? parsed.Error?.Message);
        }

        PathError = error;
        Conversion = new Conversion(param);
    }

    public OutputParam Param { get; }

    /// <summary>Null for other sources and for a path that cannot be read.</summary>
    public CompiledPath? Path { get; }

    public XPathExpression? XPath { get; }

    public Regex? Pattern { get; }

    public JsonPathQuery? Inner { get; }

    /// <summary>Why the path or the inner path cannot be read; null when they can.</summary>
    public string? PathError { get; }

    public Conversion Conversion { get; }

    /// <summary>It is read from the body as text.</summary>
    public bool NeedsText => Param.From is OutputSource.Body or OutputSource.Form or OutputSource.Regex or OutputSource.Xml;

    /// <summary>It takes a JSON value as it is found: nothing to choose among, to decode again or to join.</summary>
    public bool IsPlain => Param is { Occurrence: null, Inner: null };
}
