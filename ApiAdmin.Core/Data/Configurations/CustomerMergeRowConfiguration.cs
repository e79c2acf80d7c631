using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class CustomerMergeRowConfiguration : IEntityTypeConfiguration<CustomerMergeRow>
{
    public void Configure(EntityTypeBuilder<CustomerMergeRow> builder)
    {
        builder.ToTable("customer_merges");
        builder.HasKey(row => row.MergedId);
        builder.Property(row => row.MergedId).ValueGeneratedNever();
        builder.HasOne<CustomerRow>().WithMany().HasForeignKey(row => row.SurvivorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.SurvivorId);
    }
}
