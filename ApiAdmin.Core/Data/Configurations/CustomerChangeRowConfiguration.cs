using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class CustomerChangeRowConfiguration : IEntityTypeConfiguration<CustomerChangeRow>
{
    public void Configure(EntityTypeBuilder<CustomerChangeRow> builder)
    {
        builder.ToTable("customer_changes");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ActorId).HasMaxLength(64);
        builder.Property(row => row.Action).HasMaxLength(32);
        builder.HasOne<CustomerRow>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.CustomerId, row.At, row.Id });
    }
}
