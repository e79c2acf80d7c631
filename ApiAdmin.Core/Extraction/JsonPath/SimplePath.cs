using System.Text;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>
/// A path of one selector a step and without <c>..</c> or filters, so that it can be followed while the body streams by:
/// names, indexes, <c>[*]</c> and slices that count from the start.
/// </summary>
public sealed record SimplePath
{
    internal SimplePath(ValueList<PathStep> steps) => Steps = steps;

    public static SimplePath Root { get; } = new([]);

    public ValueList<PathStep> Steps { get; }

    /// <summary>It leads to one place at most.</summary>
    public bool IsSingular => FirstMany == Steps.Count;

    /// <summary>How many steps lead to one place before the first that may lead to several.</summary>
    internal int FirstMany
    {
        get
        {
            var first = 0;
            while (first < Steps.Count && Steps[first] is NameStep or IndexStep)
            {
                first++;
            }

            return first;
        }
    }

    public override string ToString() => Text(Steps.Count);

    /// <summary>The path of its first <paramref name="length"/> steps.</summary>
    public string Text(int length)
    {
        var builder = new StringBuilder("$");
        for (var i = 0; i < length; i++)
        {
            Steps[i].AppendTo(builder);
        }

        return builder.ToString();
    }

    /// <summary>Whether the first <paramref name="length"/> steps can lead to this place, which is given by names and indexes.</summary>
    internal bool LeadsTo(SimplePath place, int length)
    {
        if (place.Steps.Count != length)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            var leads = Steps[i] switch
            {
                EveryStep => true,
                SliceStep { CountsFromStart: true } slice => place.Steps[i] is IndexStep at && slice.Contains(at.Index),
                var step => step.Equals(place.Steps[i]),
            };
            if (!leads)
            {
                return false;
            }
        }

        return true;
    }
}
