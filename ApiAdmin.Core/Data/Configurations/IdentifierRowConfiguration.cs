using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApiAdmin.Core.Data.Configurations;

internal sealed class IdentifierRowConfiguration : IEntityTypeConfiguration<IdentifierRow>
{
    public void Configure(EntityTypeBuilder<IdentifierRow> builder)
    {
        builder.ToTable("customer_identifiers");

        // The key keeps a customer's rows together; on SQLite the table itself is that tree (WITHOUT ROWID, see the migration).
        builder.HasKey(row => new { row.CustomerId, row.Kind, row.Position });
        builder.Property(row => row.Kind).HasConversion<short>();
        builder.HasOne<CustomerRow>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Cascade);

        // One seek for any look-up, of any kind, without touching the table: the value is rarer than the kind, so it leads.
        builder.HasIndex(row => new { row.Value, row.Kind, row.CustomerId });
    }
}
