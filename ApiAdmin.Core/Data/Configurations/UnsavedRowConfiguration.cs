using ApiAdmin.Core.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

/// <summary>Goes with the person and with the API.</summary>
internal sealed class UnsavedRowConfiguration : IEntityTypeConfiguration<UnsavedRow>
{
    public void Configure(EntityTypeBuilder<UnsavedRow> builder)
    {
        builder.ToTable("unsaved_work");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Tab).HasMaxLength(64);
        builder.Property(row => row.BaseTag).HasMaxLength(64);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ApiRow>().WithMany().HasForeignKey(row => row.ApiId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.UserId, row.ApiId });
        builder.HasIndex(row => row.ChangedAt);
    }
}
