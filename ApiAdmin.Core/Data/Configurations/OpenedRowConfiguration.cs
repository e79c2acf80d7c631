using ApiAdmin.Core.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

/// <summary>Goes with the person and with the API.</summary>
internal sealed class OpenedRowConfiguration : IEntityTypeConfiguration<OpenedRow>
{
    public void Configure(EntityTypeBuilder<OpenedRow> builder)
    {
        builder.ToTable("api_opened");
        builder.HasKey(row => new { row.UserId, row.ApiId });
        builder.HasOne<AppUser>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ApiRow>().WithMany().HasForeignKey(row => row.ApiId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.ApiId);
        builder.HasIndex(row => new { row.UserId, row.OpenedAt });
    }
}
