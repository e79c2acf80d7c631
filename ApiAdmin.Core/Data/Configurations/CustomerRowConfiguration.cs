using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class CustomerRowConfiguration : IEntityTypeConfiguration<CustomerRow>
{
    public void Configure(EntityTypeBuilder<CustomerRow> builder)
    {
        builder.ToTable("customers");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Sex).HasConversion<short?>();
        builder.Property(row => row.Version).IsConcurrencyToken();

        // What the list shows without a search, read in index order, and what the clean-up of deleted customers looks for.
        builder.HasIndex(row => new { row.UpdatedAt, row.Id });
        builder.HasIndex(row => new { row.Owner, row.UpdatedAt, row.Id }).HasFilter("owner IS NOT NULL");
        builder.HasIndex(row => new { row.Source, row.UpdatedAt, row.Id }).HasFilter("source IS NOT NULL");
        builder.HasIndex(row => new { row.VipLevel, row.UpdatedAt, row.Id }).HasFilter("vip_level IS NOT NULL");
        builder.HasIndex(row => row.DeletedAt).HasFilter("deleted_at IS NOT NULL");
    }
}
