namespace ApiAdmin.Core.Data;

/// <summary>Files and folders that only the program's own account may read.</summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="StartRefusedException">The folder cannot be made or written.</exception>
    public static void CreateDirectory(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The folder {path} cannot be made: {e.Message} Give the program's account the right, or name another by Storage:DataDirectory.");
        }
    }

    /// <summary>Writes a file that must not exist yet, readable by its owner only from the first byte on, and on disk when it returns.</summary>
    public static void CreateNew(string path, ReadOnlySpan<byte> content)
    {
        using var stream = OpenNew(path);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Opens a file that must not exist yet for writing; readable by its owner only from the first byte on.</summary>
    public static FileStream OpenNew(string path) => Open(path, FileMode.CreateNew);

    /// <summary>The same of one that may exist.</summary>
    public static FileStream OpenOrCreate(string path) => Open(path, FileMode.OpenOrCreate);

    /// <summary>A new file to write and read again, gone when it is closed.</summary>
    public static FileStream OpenTemporary() => Open(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    private static FileStream Open(string path, FileMode mode, FileAccess access = FileAccess.Write, FileOptions more = FileOptions.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.Read, Options = more };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }
}
