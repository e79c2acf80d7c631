using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class InvocationReportRowConfiguration : IEntityTypeConfiguration<InvocationReportRow>
{
    public void Configure(EntityTypeBuilder<InvocationReportRow> builder)
    {
        builder.ToTable("invocation_reports");
        builder.HasKey(row => row.InvocationId);
        builder.Property(row => row.InvocationId).HasMaxLength(64);
        builder.HasOne<InvocationRow>().WithOne().HasForeignKey<InvocationReportRow>(row => row.InvocationId).OnDelete(DeleteBehavior.Cascade);
    }
}
