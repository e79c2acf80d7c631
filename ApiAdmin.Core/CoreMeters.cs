namespace ApiAdmin.Core;

/// <summary>Under which name the instruments of this assembly are found.</summary>
public static class CoreMeters
{
    public const string Name = "ApiAdmin";
}
