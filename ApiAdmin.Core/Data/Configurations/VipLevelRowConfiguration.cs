using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class VipLevelRowConfiguration : IEntityTypeConfiguration<VipLevelRow>
{
    public void Configure(EntityTypeBuilder<VipLevelRow> builder)
    {
        builder.ToTable("vip_levels");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.SortKey).IsUnique();
    }
}
