namespace ApiAdmin.Tests.Support;

/// <summary>Whether a file is readable by its owner only; where there are no modes (Windows), the folder's rights count.</summary>
public static class PrivateFile
{
    public static void AssertPrivate(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }
}
