using ApiAdmin.Core.Customers;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Customers;

/// <summary>What a browser's field for a customer field tells, as it is kept.</summary>
public static class FieldInput
{
    private const int HoursAndMinutes = 5;

    /// <summary>Null for nothing. Blazor adds seconds to every time.</summary>
    public static string? Text(CustomerField field, ChangeEventArgs args) => (args.Value as string) switch
    {
        null or "" => null,
        { Length: > HoursAndMinutes } time when field.Type == CustomerFieldType.Time => time[..HoursAndMinutes],
        var text => text,
    };
}
