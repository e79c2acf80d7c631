using ApiAdmin.Core.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

/// <summary>Goes with the API; outlives its author.</summary>
internal sealed class CommentRowConfiguration : IEntityTypeConfiguration<CommentRow>
{
    public void Configure(EntityTypeBuilder<CommentRow> builder)
    {
        builder.ToTable("api_comments");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(row => row.AuthorId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<ApiRow>().WithMany().HasForeignKey(row => row.ApiId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.ApiId, row.WrittenAt, row.Id }).HasFilter("deleted_at IS NULL");
        builder.HasIndex(row => row.DeletedAt).HasFilter("deleted_at IS NOT NULL");
    }
}
