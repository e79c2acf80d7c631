using System.Globalization;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>
/// The XPath of one node, from the document's element down. A name in a namespace is asked for by its local part: what prefix it has
/// is the other side's choice and may be another tomorrow.
/// </summary>
public sealed record XmlWay
{
    internal XmlWay(ValueList<XmlStep> steps) => Steps = steps;

    public ValueList<XmlStep> Steps { get; }

    /// <summary>The same without the innermost number; null when there is none.</summary>
    public XmlWay? Every
    {
        get
        {
            var last = Steps.Index().LastOrDefault(step => step.Item.At is not null, (Index: -1, Item: null!)).Index;
            return last < 0 ? null : new XmlWay([.. Steps.Take(last), Steps[last] with { At = null }, .. Steps.Skip(last + 1)]);
        }
    }

    internal XmlWay With(XmlStep step) => new([.. Steps, step]);

    public override string ToString() => string.Concat(Steps.Select(step => step.ToString()));
}

/// <param name="Test">What XPath asks for: a name, <c>@name</c>, <c>text()</c>, or the longer form for a name in a namespace.</param>
/// <param name="Name">Without prefix; empty for a text.</param>
/// <param name="At">From 1, where there are several that the test finds.</param>
public sealed record XmlStep(string Test, string Name, int? At)
{
    public override string ToString() => At is { } at ? string.Create(CultureInfo.InvariantCulture, $"/{Test}[{at}]") : $"/{Test}";
}
