using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class ApiRowConfiguration : IEntityTypeConfiguration<ApiRow>
{
    public void Configure(EntityTypeBuilder<ApiRow> builder)
    {
        builder.ToTable("apis");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Key).HasMaxLength(64);
        builder.Property(row => row.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.Version).IsConcurrencyToken();

        // One index per sort of the list, each ending in the key, so that every page is read in index order both ways.
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.NameSort, row.Key });
        builder.HasIndex(row => new { row.CategorySort, row.Key });
        builder.HasIndex(row => new { row.UpdatedAt, row.Key });
    }
}
