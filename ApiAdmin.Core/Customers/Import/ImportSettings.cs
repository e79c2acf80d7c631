using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.Import;

public enum ImportFormat { Csv, Xlsx }

/// <summary>By what a row finds the customer it is about.</summary>
public enum ImportMatch { None, Id, Phone, Email, PartnerId }

/// <summary>What becomes of a row whose customer is there already.</summary>
public enum ImportFound { Update, Skip, Add }

/// <summary>What becomes of a row whose customer is not there yet.</summary>
public enum ImportMissing { Add, Skip }

/// <summary>How a file is read and what its rows do; can be kept as a profile.</summary>
public sealed record ImportSettings
{
    public ImportFormat Format { get; init; }

    /// <summary>One character; only of CSV.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>By its IANA name; only of CSV.</summary>
    public string Charset { get; init; } = "utf-8";

    /// <summary>Whether the first row names the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>By the columns' places in the file.</summary>
    public ValueList<ImportColumn> Columns { get; init; } = [];

    public ImportMatch Match { get; init; }

    public ImportFound WhenFound { get; init; }

    public ImportMissing WhenMissing { get; init; }
}

/// <param name="Name">As the first row calls it; else its number.</param>
/// <param name="Target">One of <see cref="ImportTargets"/>; null leaves the column out.</param>
public sealed record ImportColumn(string Name, string? Target = null);
