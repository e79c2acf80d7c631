using System.Text;

namespace ApiAdmin.Tests.Support;

/// <summary>Files that the program still has open.</summary>
internal static class SharedFile
{
    /// <summary>The bytes as Latin-1, so that what is no text can be searched too.</summary>
    public static async Task<string> ReadLatin1Async(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer);
        return Encoding.Latin1.GetString(buffer.ToArray());
    }
}
