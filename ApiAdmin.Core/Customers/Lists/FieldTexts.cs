namespace ApiAdmin.Core.Customers;

/// <summary>Values of customer fields as people read them.</summary>
public static class FieldTexts
{
    /// <summary>The name of an option; in a cascade with those above it, joined by <c>/</c>. Of one that is gone, its id.</summary>
    public static string OptionName(CustomerField field, string id)
    {
        if (field.Options.FirstOrDefault(option => option.Id == id) is not { } option)
        {
            return id;
        }

        return option.Parent is { } parent ? $"{OptionName(field, parent)}/{option.Name}" : option.Name;
    }
}
