using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class CustomerTagRowConfiguration : IEntityTypeConfiguration<CustomerTagRow>
{
    public void Configure(EntityTypeBuilder<CustomerTagRow> builder)
    {
        builder.ToTable("customer_tags");
        builder.HasKey(row => new { row.TagId, row.CustomerId });
        builder.Property(row => row.TagId).HasMaxLength(64);
        builder.HasOne<TagRow>().WithMany().HasForeignKey(row => row.TagId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CustomerRow>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.CustomerId);
    }
}
