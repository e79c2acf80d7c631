using System.Security.Cryptography;
using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>
/// Whole bodies too large for a report, each a file under <c>&lt;DataDirectory&gt;/spool</c> that only the program's account
/// and, through it, only whoever ran the invocation can read; gone after an hour.
/// </summary>
public sealed class BodySpool
{
    public const int LargestWindow = 64 * 1024;
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int IdLength = 32;
    private readonly string folder;
    private readonly TimeProvider time;

    public BodySpool(StorageOptions storage, TimeProvider time)
    {
        folder = Path.Combine(storage.DataDirectory, "spool");
        this.time = time;
    }

    /// <summary>A new file for a body that <paramref name="ownerId"/> may read back by the invocation's id.</summary>
    internal FileStream Create(string id, string ownerId)
    {
        PrivateFiles.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(FileOf(id, ownerId), options);
    }

    /// <exception cref="NotFoundException">There is none of this id that the actor ran, or its hour is over.</exception>
    internal async Task<BodyWindow> ReadAsync(Actor actor, string id, long offset, CancellationToken cancellationToken)
    {
        if (offset < 0)
        {
            throw Gone();
        }

        await using var stream = Open(actor, id);
        stream.Position = Math.Min(offset, stream.Length);
        var window = new byte[(int)Math.Min(LargestWindow, stream.Length - stream.Position)];
        var read = await stream.ReadAtLeastAsync(window, window.Length, throwOnEndOfStream: false, cancellationToken);
        return new BodyWindow(window.AsMemory(0, read), offset, stream.Length);
    }

    /// <exception cref="NotFoundException">There is none of this id that the actor ran, or its hour is over.</exception>
    internal FileStream Open(Actor actor, string id)
    {
        if (id.Length != IdLength || !id.All(char.IsAsciiHexDigitLower))
        {
            throw Gone();
        }

        try
        {
            return File.GetLastWriteTimeUtc(FileOf(id, actor.Id)) < (time.GetUtcNow() - Lifetime).UtcDateTime
                ? throw Gone()
                : new FileStream(FileOf(id, actor.Id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Gone();
        }
    }

    /// <summary>Removes what is older than <see cref="Lifetime"/>; with <paramref name="all"/> everything, as after a start nobody can name it.</summary>
    public void Sweep(bool all)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var oldest = time.GetUtcNow() - Lifetime;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (all || File.GetLastWriteTimeUtc(file) < oldest.UtcDateTime)
            {
                File.Delete(file);
            }
        }
    }

    internal void Discard(string id, string ownerId) => File.Delete(FileOf(id, ownerId));

    /// <summary>The owner is part of the name, so that another's id leads to no file at all.</summary>
    private string FileOf(string id, string ownerId) =>
        Path.Combine(folder, $"{id}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ownerId)))[..16]}.body");

    private static NotFoundException Gone() => new("The whole body is not kept any more: it stays for an hour, for whoever ran the invocation. Run it again.");
}
