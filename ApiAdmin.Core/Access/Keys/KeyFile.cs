using System.Security.Cryptography;
using System.Text;
using ApiAdmin.Core.Data;
using Microsoft.Extensions.Configuration;

namespace ApiAdmin.Core.Access;

/// <summary>
/// The key-encryption keys' file, <c>Secrets:KeyFile</c>, outside the database and its backups: 32 random bytes as base64,
/// one key a line, the newest first. There is one line, but for the time of a rewrap and after one that was killed.
/// </summary>
public sealed class KeyFile(IConfiguration configuration, StorageOptions storage)
{
    internal const int KeyBytes = 32;

    public string Path { get; } = configuration["Secrets:KeyFile"] is { Length: > 0 } file
        ? System.IO.Path.GetFullPath(file)
        : System.IO.Path.Combine(storage.DataDirectory, "keys", "master.key");

    public bool Exists => File.Exists(Path);

    /// <exception cref="StartRefusedException">It cannot be read, or a line holds no key.</exception>
    internal IReadOnlyList<byte[]> Read()
    {
        try
        {
            var lines = File.ReadAllText(Path, Encoding.ASCII).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var keys = lines.Select(Convert.FromBase64String).ToList();
            return keys.Count > 0 && keys.All(key => key.Length == KeyBytes) ? keys : throw NoKey();
        }
        catch (FormatException)
        {
            throw NoKey();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The key file {Path} cannot be read: {e.Message} Give the program's account the right to read it.");
        }
    }

    internal byte[] Create()
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        PrivateFiles.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        Write([key], overwrite: false);
        return key;
    }

    /// <summary>Puts these keys in the place of those that are there, in one step for whoever reads meanwhile.</summary>
    internal void Replace(IEnumerable<byte[]> keys) => Write(keys, overwrite: true);

    /// <summary>Held while one process changes the file; the end of that process, however it comes, gives it back.</summary>
    /// <exception cref="InUseException">Another process holds it.</exception>
    internal IDisposable Lock()
    {
        try
        {
            return new FileStream(Path + ".lock", new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None });
        }
        catch (IOException)
        {
            throw new InUseException("Another rewrap is running on this key file. Wait for its end, then start it again if still needed.", []);
        }
    }

    /// <summary>Written beside and renamed, so that a kill leaves no half key.</summary>
    private void Write(IEnumerable<byte[]> keys, bool overwrite)
    {
        var draft = $"{Path}.{Guid.CreateVersion7():N}";
        try
        {
            PrivateFiles.CreateNew(draft, Encoding.ASCII.GetBytes(string.Concat(keys.Select(key => Convert.ToBase64String(key) + "\n"))));
            File.Move(draft, Path, overwrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The key file {Path} cannot be made: {e.Message} Give the program's account the right, or name another by Secrets:KeyFile.");
        }
    }

    private StartRefusedException NoKey() => new(
        $"The file {Path} is no ApiAdmin key (32 bytes as base64). Put the right one back, or name it by Secrets:KeyFile.");
}
