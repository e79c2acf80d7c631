using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction;

/// <summary>Guesses which existing path was meant by one that found nothing.</summary>
internal static class NearestPath
{
    public static string? To(JsonPathQuery query, int matched, List<KnownPlace> places)
    {
        var wanted = query.Streamed;
        var sibling = matched < wanted.Steps.Count ? Sibling(wanted, matched, places) : null;
        if (query.Segments is not [.., { Steps: [NameStep last] }])
        {
            return sibling;
        }

        return SameName(last.Name, wanted, Math.Min(matched, wanted.Steps.Count), places) ?? sibling ?? Alike(last.Name, places);
    }

    /// <summary>The same member elsewhere, best below what matched, then the shallowest.</summary>
    private static string? SameName(string name, SimplePath wanted, int matched, List<KnownPlace> places) => places
        .Where(p => p.Steps.Steps is [.., NameStep last] && last.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(p => Shared(p.Steps, wanted, matched))
        .ThenBy(p => p.Steps.Steps.Count)
        .Select(p => p.Path)
        .FirstOrDefault();

    /// <summary>A member of the object where the path ended that is written nearly the same.</summary>
    private static string? Sibling(SimplePath wanted, int matched, List<KnownPlace> places)
    {
        if (wanted.Steps[matched] is not NameStep missing)
        {
            return null;
        }

        var members = places.Find(p => wanted.LeadsTo(p.Steps, matched))?.Members ?? [];
        var name = Nearest.To(missing.Name, members)
            ?? members.Find(m => m.Contains(missing.Name, StringComparison.OrdinalIgnoreCase) || missing.Name.Contains(m, StringComparison.OrdinalIgnoreCase));
        if (name is null)
        {
            return null;
        }

        var step = new NameStep(name);
        var whole = new SimplePath([.. wanted.Steps.Take(matched), step, .. wanted.Steps.Skip(matched + 1)]);
        return (places.Exists(p => whole.LeadsTo(p.Steps, whole.Steps.Count)) ? whole : new SimplePath([.. wanted.Steps.Take(matched), step])).ToString();
    }

    private static string? Alike(string name, List<KnownPlace> places)
    {
        var names = places.Select(p => p.Steps.Steps is [.., NameStep last] ? last.Name : "").Distinct(StringComparer.Ordinal);
        return Nearest.To(name, names) is { } near
            ? places.Find(p => p.Steps.Steps is [.., NameStep last] && last.Name == near)?.Path
            : null;
    }

    private static int Shared(SimplePath left, SimplePath right, int most)
    {
        var shared = 0;
        while (shared < most && shared < left.Steps.Count && left.Steps[shared].Equals(right.Steps[shared]))
        {
            shared++;
        }

        return shared;
    }
}
