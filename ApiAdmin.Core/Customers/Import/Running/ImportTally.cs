namespace ApiAdmin.Core.Customers.Import;

/// <summary>What became of the rows of one batch.</summary>
internal sealed class ImportTally
{
    public int Added { get; set; }

    public int Updated { get; set; }

    public int Skipped { get; set; }

    public int Bad { get; set; }
}
