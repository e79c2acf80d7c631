using System.Text;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>One segment of a query (RFC 9535, section 2.5): one or more selectors, applied to a value or to everything in it.</summary>
/// <param name="IsDescendant"><c>..</c>: the value itself and all that is in it at any depth.</param>
public sealed record PathSegment(bool IsDescendant, ValueList<PathStep> Steps)
{
    /// <summary>It leads to one place at most.</summary>
    internal bool IsSingular => !IsDescendant && Steps is [NameStep or IndexStep];

    internal void AppendTo(StringBuilder builder)
    {
        builder.Append(IsDescendant ? ".." : "");
        if (Steps.Count == 1 && !IsDescendant)
        {
            Steps[0].AppendTo(builder);
            return;
        }

        builder.Append('[');
        foreach (var (index, step) in Steps.Index())
        {
            var one = new StringBuilder();
            AppendInBrackets(step, one);
            builder.Append(index > 0 ? "," : "").Append(one, 1, one.Length - 2);
        }

        builder.Append(']');
    }

    private static void AppendInBrackets(PathStep step, StringBuilder builder)
    {
        if (step is NameStep name)
        {
            NameStep.AppendQuoted(builder, name.Name);
        }
        else
        {
            step.AppendTo(builder);
        }
    }
}
