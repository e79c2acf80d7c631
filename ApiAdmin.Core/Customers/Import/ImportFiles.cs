using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>Where imports keep what was uploaded, until it is done, and their reports: under the data directory, for its owner only.</summary>
internal sealed class ImportFiles(StorageOptions storage)
{
    /// <summary>The program has a limit of its own because a disk has one.</summary>
    public const long LargestFile = 2L * 1024 * 1024 * 1024;

    private string Folder => Path.Combine(storage.DataDirectory, "imports");

    public string Upload(Guid id) => Path.Combine(Folder, $"{id:N}.data");

    public string Report(Guid id) => Path.Combine(Folder, $"{id:N}.report.csv");

    public bool HasUpload(Guid id) => File.Exists(Upload(id));

    /// <returns>How many bytes were taken.</returns>
    /// <exception cref="InvalidException">There are too many, or none.</exception>
    public async Task<long> ReceiveAsync(Guid id, Stream content, CancellationToken cancellationToken)
    {
        PrivateFiles.CreateDirectory(Folder);
        try
        {
            await using var file = PrivateFiles.OpenNew(Upload(id));
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (file.Length + read > LargestFile)
                {
                    throw Reading.ImportRows.Refused($"The file has more than {LargestFile / 1024 / 1024} MiB; import it in parts.");
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return file.Length > 0 ? file.Length : throw Reading.ImportRows.Refused("The file is empty; choose one with rows in it.");
        }
        catch
        {
            File.Delete(Upload(id));
            throw;
        }
    }

    /// <summary>
    /// Takes the place of the one who runs this import; null when somebody has it, in whatever process. It falls with the process, so a
    /// killed import is free at once.
    /// </summary>
    public IDisposable? TryHold(Guid id)
    {
        PrivateFiles.CreateDirectory(Folder);
        try
        {
            return new FileStream(Lock(id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public bool IsHeld(Guid id)
    {
        if (!File.Exists(Lock(id)))
        {
            return false;
        }

        using var place = TryHold(id);
        return place is null;
    }

    public void RemoveUpload(Guid id) => File.Delete(Upload(id));

    public void RemoveAll(Guid id)
    {
        if (Directory.Exists(Folder))
        {
            File.Delete(Upload(id));
            File.Delete(Report(id));
            File.Delete(Lock(id));
        }
    }

    private string Lock(Guid id) => Path.Combine(Folder, $"{id:N}.lock");
}
