using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class ApiDraftRowConfiguration : IEntityTypeConfiguration<ApiDraftRow>
{
    public void Configure(EntityTypeBuilder<ApiDraftRow> builder)
    {
        builder.ToTable("api_drafts");
        builder.HasKey(row => row.ApiId);
        builder.HasOne<ApiRow>().WithOne().HasForeignKey<ApiDraftRow>(row => row.ApiId).OnDelete(DeleteBehavior.Cascade);
    }
}
