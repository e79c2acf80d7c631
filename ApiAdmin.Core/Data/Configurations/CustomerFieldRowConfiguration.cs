using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class CustomerFieldRowConfiguration : IEntityTypeConfiguration<CustomerFieldRow>
{
    public void Configure(EntityTypeBuilder<CustomerFieldRow> builder)
    {
        builder.ToTable("customer_fields");
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Type).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
