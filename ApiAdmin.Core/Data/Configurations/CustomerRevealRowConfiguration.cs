using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class CustomerRevealRowConfiguration : IEntityTypeConfiguration<CustomerRevealRow>
{
    public void Configure(EntityTypeBuilder<CustomerRevealRow> builder)
    {
        // Without a foreign key: erasing customers must not give looks back to who spent them.
        builder.ToTable("customer_reveals");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ActorId).HasMaxLength(64);
        builder.HasIndex(row => new { row.ActorId, row.At });
    }
}
