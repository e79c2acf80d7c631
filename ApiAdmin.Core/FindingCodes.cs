namespace ApiAdmin.Core;

/// <summary>The closed list of codes a <see cref="Finding"/> may carry; the OpenAPI document publishes it.</summary>
public static class FindingCodes
{
    public const string Required = "required";
    public const string Duplicate = "duplicate";
    public const string UnknownMember = "unknownMember";
    public const string UnknownValue = "unknownValue";
    public const string WrongType = "wrongType";
    public const string Malformed = "malformed";
    public const string TooLong = "tooLong";
    public const string OutOfRange = "outOfRange";
    public const string InvalidCharacter = "invalidCharacter";
    public const string NotAllowed = "notAllowed";
    public const string NotFound = "notFound";
    public const string NoSuchParam = "noSuchParam";
    public const string NotYetSupported = "notYetSupported";
    public const string Taken = "taken";
    public const string Unsafe = "unsafe";
    public const string UsedBy = "usedBy";
    public const string Changed = "changed";

    public static IReadOnlyList<string> All { get; } =
    [
        Required, Duplicate, UnknownMember, UnknownValue, WrongType, Malformed, TooLong, OutOfRange, InvalidCharacter,
        NotAllowed, NotFound, NoSuchParam, NotYetSupported, Taken, Unsafe, UsedBy, Changed,
    ];
}
