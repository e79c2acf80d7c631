using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>Where a value comes from, as the grid's choice.</summary>
public enum SourceKind { Caller, Constant, System, Secret }

/// <summary>Changes of a row that touch more than one member.</summary>
public static class ParamEdits
{
    /// <summary>The type decides how constant, default and example are read, so they are read again from their text.</summary>
    public static Param WithType(Param row, ParamType type) => row with
    {
        Type = type,
        Default = TypedText.Retype(row.Default, type),
        Example = TypedText.Retype(row.Example, type),
        Value = row.Value is ConstantValue constant
            ? constant with { Value = TypedText.ParseGiven(constant.Value.ToPlainText(), type) }
            : row.Value,
    };

    public static SourceKind KindOf(ValueSource value) => value switch
    {
        ConstantValue => SourceKind.Constant,
        SystemValue => SourceKind.System,
        SecretValue => SourceKind.Secret,
        _ => SourceKind.Caller,
    };

    public static ValueSource Source(SourceKind kind, ParamType type) => kind switch
    {
        SourceKind.Constant => new ConstantValue { Value = TypedText.ParseGiven("", type) },
        SourceKind.System => new SystemValue { Name = SystemVariables.Always[0] },
        SourceKind.Secret => new SecretValue { Name = "" },
        _ => new CallerValue(),
    };
}
