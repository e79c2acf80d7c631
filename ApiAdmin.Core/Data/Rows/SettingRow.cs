namespace ApiAdmin.Core.Data;

/// <summary>One value the program keeps for itself, such as the wrapped data key.</summary>
public sealed class SettingRow
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}
