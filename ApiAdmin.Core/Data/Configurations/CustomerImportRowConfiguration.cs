using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class CustomerImportRowConfiguration : IEntityTypeConfiguration<CustomerImportRow>
{
    public void Configure(EntityTypeBuilder<CustomerImportRow> builder)
    {
        builder.ToTable("customer_imports");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.ActorId).HasMaxLength(64);
        builder.HasIndex(row => row.UploadedAt);
    }
}
