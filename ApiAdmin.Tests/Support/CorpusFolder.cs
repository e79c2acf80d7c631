namespace ApiAdmin.Tests.Support;

/// <summary>Test data written by others, read where it lies: the folder named by APIADMIN_CORPORA, else beside the repository.</summary>
internal static class CorpusFolder
{
    /// <summary>The path of a file or folder in the corpora; where it is missing the test is skipped, naming the source.</summary>
    public static string Path(string relative, string source)
    {
        var path = Root() is { } root ? System.IO.Path.Combine(root, relative) : null;
        Skip.If(path is null || (!File.Exists(path) && !Directory.Exists(path)), $"Corpus \"{relative}\" is not here; it comes from {source}.");
        return path!;
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("APIADMIN_CORPORA") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = System.IO.Path.Combine(folder.FullName, "shared", "corpora");
            if (Directory.Exists(beside))
            {
                return beside;
            }
        }

        return null;
    }
}
