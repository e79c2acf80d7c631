using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ApiAdmin.Core.Data.Postgres;

/// <summary>For <c>dotnet ef migrations add</c> only; it never connects.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresAppDbContext>
{
    public PostgresAppDbContext CreateDbContext(string[] args) => new(
        (DbContextOptions<PostgresAppDbContext>)IdentitySchema.ForDesign<PostgresAppDbContext>().UseAppPostgres("Host=none").Options);
}
