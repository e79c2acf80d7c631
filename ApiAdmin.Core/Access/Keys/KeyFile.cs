using System.Security.Cryptography;
using System.Text;
using ApiAdmin.Core.Data;
using Microsoft.Extensions.Configuration;

namespace ApiAdmin.Core.Access;

/// <summary>The key-encryption key's file, <c>Secrets:KeyFile</c>: 32 random bytes as base64, outside the database and its backups.</summary>
public sealed class KeyFile(IConfiguration configuration, StorageOptions storage)
{
    internal const int KeyBytes = 32;

    public string Path { get; } = configuration["Secrets:KeyFile"] is { Length: > 0 } file
        ? System.IO.Path.GetFullPath(file)
        : System.IO.Path.Combine(storage.DataDirectory, "keys", "master.key");

    public bool Exists => File.Exists(Path);

    /// <exception cref="StartRefusedException">It cannot be read, or holds no key.</exception>
    internal byte[] Read()
    {
        try
        {
            var key = Convert.FromBase64String(File.ReadAllText(Path, Encoding.ASCII).Trim());
            return key.Length == KeyBytes ? key : throw NoKey();
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

    /// <summary>Written beside and renamed, so that a killed start leaves no half key.</summary>
    internal byte[] Create()
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        PrivateFiles.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var draft = $"{Path}.{Guid.CreateVersion7():N}";
        try
        {
            PrivateFiles.CreateNew(draft, Encoding.ASCII.GetBytes(Convert.ToBase64String(key) + "\n"));
            File.Move(draft, Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The key file {Path} cannot be made: {e.Message} Give the program's account the right, or name another by Secrets:KeyFile.");
        }

        return key;
    }

    private StartRefusedException NoKey() => new(
        $"The file {Path} is no ApiAdmin key (32 bytes as base64). Put the right one back, or name it by Secrets:KeyFile.");
}
