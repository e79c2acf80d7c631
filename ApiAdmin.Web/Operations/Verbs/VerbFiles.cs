using ApiAdmin.Core.Data;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Files that verbs read and write; what goes wrong is a sentence with the cure.</summary>
public static class VerbFiles
{
    public static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (Directory.Exists(file.FullName))
        {
            throw new StartRefusedException($"{file.FullName} is a folder; name the file in it.");
        }

        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StartRefusedException($"There is no file {file.FullName}. Check the name; export-apis FILE writes such a file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{file.FullName} cannot be read: {exception.Message} Give the account that runs this the right to read it.");
        }
    }

    /// <summary>Written whole beside its place first, so that a full disk never leaves half a file where a good one was.</summary>
    public static async Task WriteAsync(FileInfo file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (Directory.Exists(file.FullName))
        {
            throw new StartRefusedException($"{file.FullName} is a folder; name a file in it.");
        }

        var part = $"{file.FullName}.{Guid.CreateVersion7():N}.part";
        try
        {
            await File.WriteAllBytesAsync(part, bytes, cancellationToken);
            File.Move(part, file.FullName, overwrite: true);
        }
        catch (DirectoryNotFoundException)
        {
            throw new StartRefusedException($"There is no folder {file.DirectoryName}. Make it first, or name another file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw new StartRefusedException($"{file.FullName} cannot be written: {exception.Message} Choose a place that this account may write to, with room for {bytes.Length} bytes.");
        }
    }
}
