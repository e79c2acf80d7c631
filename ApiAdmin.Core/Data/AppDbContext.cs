using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Data;

/// <summary>
/// Everything stored. Take one per operation from <see cref="IDbContextFactory{TContext}"/> of this type and dispose it;
/// which database stands behind it is known only in this folder.
/// </summary>
public abstract class AppDbContext(DbContextOptions options)
    : IdentityUserContext<AppUser, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<ApiRow> Apis => Set<ApiRow>();

    public DbSet<ApiDraftRow> ApiDrafts => Set<ApiDraftRow>();

    public DbSet<FavouriteRow> Favourites => Set<FavouriteRow>();

    public DbSet<OpenedRow> Opened => Set<OpenedRow>();

    public DbSet<CommentRow> Comments => Set<CommentRow>();

    public DbSet<UnsavedRow> Unsaved => Set<UnsavedRow>();

    public DbSet<SecretRow> Secrets => Set<SecretRow>();

    public DbSet<SecretUseRow> SecretUses => Set<SecretUseRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<InvocationRow> Invocations => Set<InvocationRow>();

    public DbSet<InvocationReportRow> InvocationReports => Set<InvocationReportRow>();

    public DbSet<CustomerRow> Customers => Set<CustomerRow>();

    public DbSet<IdentifierRow> CustomerIdentifiers => Set<IdentifierRow>();

    public DbSet<CustomerTagRow> CustomerTags => Set<CustomerTagRow>();

    public DbSet<CustomerFieldValueRow> CustomerFieldValues => Set<CustomerFieldValueRow>();

    public DbSet<CustomerChangeRow> CustomerChanges => Set<CustomerChangeRow>();

    public DbSet<CustomerMergeRow> CustomerMerges => Set<CustomerMergeRow>();

    public DbSet<CustomerRevealRow> CustomerReveals => Set<CustomerRevealRow>();

    public DbSet<CustomerImportRow> CustomerImports => Set<CustomerImportRow>();

    public DbSet<ImportProfileRow> ImportProfiles => Set<ImportProfileRow>();

    public DbSet<CustomerFieldRow> CustomerFields => Set<CustomerFieldRow>();

    public DbSet<TagRow> Tags => Set<TagRow>();

    public DbSet<VipLevelRow> VipLevels => Set<VipLevelRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// Begins a transaction that writes. It has the write lock from the start, so what it reads cannot be changed by
    /// another before it writes, and it need never be retried whole.
    /// </summary>
    /// <exception cref="BusyException">Another writer kept its place for five seconds; nothing was changed.</exception>
    public abstract Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken);

    /// <exception cref="StoreFullException">There was no room; nothing was changed.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (Exception exception) when (StoreFull.IsCause(exception))
        {
            throw new StoreFullException();
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
    }
}
