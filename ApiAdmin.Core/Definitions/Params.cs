namespace ApiAdmin.Core.Definitions;

/// <summary>One row of the Header params or Request params grid.</summary>
public abstract record Param
{
    public required string Name { get; init; }

    /// <summary>A row that is switched off stays in the definition and is not sent.</summary>
    public bool Enabled { get; init; } = true;

    public ParamType Type { get; init; } = ParamType.String;

    public bool Required { get; init; }

    /// <summary>Used when the caller gives nothing.</summary>
    public RawJson? Default { get; init; }

    /// <summary>Prefills the test panel; never sent by itself.</summary>
    public RawJson? Example { get; init; }

    /// <summary>Its value shows as <c>•••</c> in reports, history and logs.</summary>
    public bool Sensitive { get; init; }

    public string Description { get; init; } = "";

    /// <summary>For <see cref="ParamType.Date"/>: a .NET custom date format; <c>yyyy-MM-dd</c> when left out.</summary>
    public string? Format { get; init; }

    /// <summary>For <see cref="ParamType.Array"/> in a query, form or header.</summary>
    public ArrayStyle Style { get; init; } = ArrayStyle.Repeat;

    /// <summary>What is done to the value before it is sent.</summary>
    public ValueNormalization Normalize { get; init; }

    public ValueSource Value { get; init; } = new CallerValue();
}

public sealed record HeaderParam : Param;

public sealed record RequestParam : Param
{
    public required ParamPlace In { get; init; }
}

public enum ParamPlace { Path, Query, Body }

public enum ParamType { String, Integer, Number, Boolean, Date, Object, Array, File }

/// <summary>How several values are sent under one name: <c>a=1&amp;a=2</c>, <c>a=1,2</c>, <c>a[]=1&amp;a[]=2</c>.</summary>
public enum ArrayStyle { Repeat, Comma, Brackets }

/// <summary><see cref="E164"/> writes a phone number as <c>+</c> and digits (ITU-T E.164).</summary>
public enum ValueNormalization { None, E164, Trim, Lower, Upper }
