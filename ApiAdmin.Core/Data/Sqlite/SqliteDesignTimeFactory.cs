using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c> only; it never opens the file.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteAppDbContext>
{
    public SqliteAppDbContext CreateDbContext(string[] args) => new(
        (DbContextOptions<SqliteAppDbContext>)IdentitySchema.ForDesign<SqliteAppDbContext>().UseAppSqlite("design.db").Options);
}
