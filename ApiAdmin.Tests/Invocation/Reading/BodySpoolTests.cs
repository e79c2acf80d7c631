using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Invocation.Reading;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Invocation.Reading;

public sealed class BodySpoolTests : IDisposable
{
    private static readonly UserActor Owner = new(new Guid(1, 2, 3, [1, 2, 3, 4, 5, 6, 7, 8]), "owner");
    private readonly string folder = Directory.CreateTempSubdirectory("apiadmin-spool").FullName;
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Read_ByWindows_GivesTheWholeBodyToItsOwner()
    {
        var spool = Spool();
        var id = await WriteAsync(spool, 150_000);

        var first = await spool.ReadAsync(Owner, id, 0, default);
        var last = await spool.ReadAsync(Owner, id, 131_072, default);

        Assert.Equal((65_536, 150_000, 18_928), (first.Bytes.Length, first.TotalBytes, last.Bytes.Length));
    }

    [Fact]
    public async Task Read_BySomebodyElse_IsNotFound()
    {
        var spool = Spool();
        var id = await WriteAsync(spool, 10);

        await Assert.ThrowsAsync<NotFoundException>(() => spool.ReadAsync(new HostActor("somebody"), id, 0, default));
        await Assert.ThrowsAsync<NotFoundException>(() => spool.ReadAsync(Owner, "../../etc/passwd", 0, default));
    }

    [Fact]
    public async Task Create_OnUnix_IsReadableByTheProgramOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await WriteAsync(Spool(), 10);

        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder, "spool")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Sweep_AfterAnHour_RemovesTheFile()
    {
        var spool = Spool();
        var id = await WriteAsync(spool, 10);

        time.Advance(TimeSpan.FromMinutes(59));
        spool.Sweep(all: false);
        await spool.ReadAsync(Owner, id, 0, default);
        time.Advance(TimeSpan.FromMinutes(2));
        spool.Sweep(all: false);

        await Assert.ThrowsAsync<NotFoundException>(() => spool.ReadAsync(Owner, id, 0, default));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private BodySpool Spool() =>
        new(new StorageOptions { Provider = StorageProvider.Sqlite, DataDirectory = folder, ConnectionString = "" }, time);

    private static async Task<string> WriteAsync(BodySpool spool, int length)
    {
        var id = Guid.CreateVersion7().ToString("N");
        await using var stream = spool.Create(id, Owner.Id);
        await stream.WriteAsync(new byte[length]);
        return id;
    }
}
