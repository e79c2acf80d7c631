using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class SecretUseRowConfiguration : IEntityTypeConfiguration<SecretUseRow>
{
    public void Configure(EntityTypeBuilder<SecretUseRow> builder)
    {
        builder.ToTable("secret_uses");
        builder.HasKey(row => new { row.ApiId, row.SecretName });
        builder.Property(row => row.SecretName).HasMaxLength(64);
        builder.HasOne<ApiRow>().WithMany().HasForeignKey(row => row.ApiId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.SecretName);
    }
}
