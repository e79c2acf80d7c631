using System.Reflection;

namespace ApiAdmin.Web.Shared.Grid;

/// <summary>Tells which member of a row somebody types in.</summary>
public static class RowDifference
{
    /// <summary>
    /// The one member that differs and holds text before and after, so that its keystrokes belong together; null when a
    /// choice was made (a switch, a type, another source) or several members changed.
    /// </summary>
    public static string? TypedMember<T>(T before, T after)
        where T : notnull
    {
        string? found = null;
        foreach (var member in Members<T>.All)
        {
            var (was, becomes) = (member.GetValue(before), member.GetValue(after));
            if (Equals(was, becomes))
            {
                continue;
            }

            if (found is not null || !IsText(member.PropertyType) || (was is not null && becomes is not null && was.GetType() != becomes.GetType()))
            {
                return null;
            }

            found = member.Name;
        }

        return found;
    }

    private static bool IsText(Type type) => !type.IsValueType;

    private static class Members<T>
    {
        public static readonly PropertyInfo[] All = [.. typeof(T).GetProperties().Where(p => p.CanWrite)];
    }
}
