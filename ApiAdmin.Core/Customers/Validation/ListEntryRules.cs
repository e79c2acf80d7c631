using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Customers.Validation;

/// <summary>Whether a customer field, tag or VIP level can be saved.</summary>
internal static partial class ListEntryRules
{
    private const int LongestTitle = 200;
    private const int MostOptions = 2_000;

    public static IEnumerable<Finding> Check(CustomerField field)
    {
        if (field.Id.Length > 0 && !FieldId().IsMatch(field.Id))
        {
            yield return new("id", FindingCodes.Malformed, $"The id {Quoted.Text(field.Id)} must be cf_ and a number, such as cf_10021; or leave it out.");
        }

        if (StoredText.Required("title", field.Title, "The title", LongestTitle) is { } title)
        {
            yield return title;
        }

        foreach (var finding in field.IsChoice ? Options(field) : NoOptions(field))
        {
            yield return finding;
        }
    }

    public static IEnumerable<Finding> Check(CustomerTag tag)
    {
        Finding?[] findings =
        [
            Id(tag.Id),
            StoredText.Required("group", tag.Group, "The group", LongestTitle),
            StoredText.Required("name", tag.Name, "The name", LongestTitle),
        ];
        return findings.OfType<Finding>();
    }

    public static IEnumerable<Finding> Check(VipLevel level)
    {
        Finding?[] findings = [Id(level.Id), StoredText.Required("name", level.Name, "The name", LongestTitle)];
        return findings.OfType<Finding>();
    }

    public static void Demand(IEnumerable<Finding> findings)
    {
        if (findings.ToList() is { Count: > 0 } found)
        {
            throw new InvalidException(found);
        }
    }

    private static Finding? Id(string id) => id.Length == 0 || ShortId().IsMatch(id)
        ? null
        : new("id", FindingCodes.Malformed, $"The id {Quoted.Text(id)} may hold up to 32 letters a-z, digits, _ and -; or leave it out.");

    private static IEnumerable<Finding> NoOptions(CustomerField field)
    {
        if (field.Options.Count > 0)
        {
            yield return new("options", FindingCodes.NotAllowed, "Only a drop-down, checkbox, radio or cascade has options; remove them, or choose such a type.");
        }
    }

    private static IEnumerable<Finding> Options(CustomerField field)
    {
        if (field.Options.Count is 0 or > MostOptions)
        {
            yield return new("options", FindingCodes.OutOfRange, $"A choice needs 1 to {MostOptions} options; there are {field.Options.Count}.");
            yield break;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<(string?, string)>();
        for (var index = 0; index < field.Options.Count; index++)
        {
            var (option, path) = (field.Options[index], $"options[{index}]");
            Finding?[] findings =
            [
                Id(option.Id) is { } id ? id with { Path = path + ".id" } : null,
                StoredText.Required(path + ".name", option.Name, "The option's name", LongestTitle),
                option.Id.Length > 0 && !ids.Add(option.Id) ? new(path + ".id", FindingCodes.Duplicate, $"The option id {Quoted.Text(option.Id)} stands here twice; give each its own.") : null,
                names.Add((option.Parent, option.Name)) ? null : new(path + ".name", FindingCodes.Duplicate, $"The option {Quoted.Text(option.Name)} stands here twice; remove one."),
                Parent(path, field, index),
            ];
            foreach (var finding in findings.OfType<Finding>())
            {
                yield return finding;
            }
        }
    }

    /// <summary>A parent stands before its children: so there are no circles, and the list reads from the top down.</summary>
    private static Finding? Parent(string path, CustomerField field, int index)
    {
        if (field.Options[index].Parent is not { } parent)
        {
            return null;
        }

        return field.Type != CustomerFieldType.Cascade
            ? new(path + ".parent", FindingCodes.NotAllowed, "Only options of a cascade stand below others; remove the parent.")
            : field.Options.Take(index).Any(option => option.Id == parent)
                ? null
                : new(path + ".parent", FindingCodes.NotFound, $"No option {Quoted.Text(parent)} stands before this one; list parents before their children.");
    }

    [GeneratedRegex(@"^cf_[1-9][0-9]{0,14}\z", RegexOptions.NonBacktracking)]
    private static partial Regex FieldId();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,32}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ShortId();
}
