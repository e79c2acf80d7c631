using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class CustomerFieldValueRowConfiguration : IEntityTypeConfiguration<CustomerFieldValueRow>
{
    public void Configure(EntityTypeBuilder<CustomerFieldValueRow> builder)
    {
        builder.ToTable("customer_field_values");
        builder.HasKey(row => new { row.FieldId, row.Value, row.CustomerId });
        builder.Property(row => row.FieldId).HasMaxLength(32);
        builder.HasOne<CustomerRow>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.CustomerId);
    }
}
