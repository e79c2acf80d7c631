using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class ApiRowConfiguration : IEntityTypeConfiguration<ApiRow>
{
    private const string InUse = "deleted_at IS NULL";

    public void Configure(EntityTypeBuilder<ApiRow> builder)
    {
        builder.ToTable("apis");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Key).HasMaxLength(64);
        builder.Property(row => row.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.Version).IsConcurrencyToken();

        builder.Property(row => row.CategoryPath).HasMaxLength(256);

        // What lies in the trash is not there for any query that does not say IgnoreQueryFilters, nor in the list's indexes.
        builder.HasQueryFilter(row => row.DeletedAt == null);
        builder.HasIndex(row => row.Key).IsUnique().HasFilter(InUse);

        // One index per sort of the list, each ending in the key, so that every page is read in index order both ways.
        builder.HasIndex(row => new { row.NameSort, row.Key }).HasFilter(InUse);
        builder.HasIndex(row => new { row.CategorySort, row.Key }).HasFilter(InUse);
        builder.HasIndex(row => new { row.UpdatedAt, row.Key }).HasFilter(InUse);
        builder.HasIndex(row => row.CategoryPath).HasFilter(InUse);
        builder.HasIndex(row => new { row.DeletedAt, row.Id }).HasFilter("deleted_at IS NOT NULL");
    }
}
