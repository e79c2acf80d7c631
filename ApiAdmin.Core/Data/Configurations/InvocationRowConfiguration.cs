using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

/// <summary>Each index ends in time and id: one for every way the history is paged, newest first.</summary>
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
        builder.HasIndex(row => new { row.StartedAt, row.Id });
        builder.HasIndex(row => new { row.Api, row.StartedAt, row.Id });
        builder.HasIndex(row => new { row.ActorId, row.StartedAt, row.Id });
        builder.HasIndex(row => new { row.Outcome, row.StartedAt, row.Id });

        // Few runs are answered by samples, and finding those few is what they are asked for.
        builder.HasIndex(row => new { row.StartedAt, row.Id }, "ix_invocations_of_samples").HasDatabaseName("ix_invocations_of_samples").HasFilter("sample IS NOT NULL");
    }
}
