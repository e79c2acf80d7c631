using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class ImportProfileRowConfiguration : IEntityTypeConfiguration<ImportProfileRow>
{
    public void Configure(EntityTypeBuilder<ImportProfileRow> builder)
    {
        builder.ToTable("customer_import_profiles");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(200);
    }
}
