using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class InvocationRowConfiguration : IEntityTypeConfiguration<InvocationRow>
{
    public void Configure(EntityTypeBuilder<InvocationRow> builder)
    {
        builder.ToTable("invocations");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.Api).HasMaxLength(64);
        builder.Property(row => row.ActorId).HasMaxLength(64);
        builder.Property(row => row.Outcome).HasConversion<string>().HasMaxLength(32);
        builder.HasIndex(row => row.StartedAt);
        builder.HasIndex(row => new { row.Api, row.StartedAt });
        builder.HasIndex(row => new { row.ActorId, row.StartedAt });
    }
}
