using System.Runtime.CompilerServices;
using Snapshooter;
using Snapshooter.Xunit;

namespace ApiAdmin.Tests.Support;

/// <summary>
/// Compares a text with the one kept beside the test in <c>__snapshots__</c>; the only place that knows which library
/// does it. To take a new text on purpose: delete the kept file, run the test, look at the difference, commit it.
/// </summary>
public static class Snapshots
{
    /// <param name="name">Of the kept file, with its extension; <c>.snap</c> is added.</param>
    public static void Match(string text, string name, [CallerFilePath] string testFile = "") =>
        Snapshot.Match(text.ReplaceLineEndings("\n"), new SnapshotFullName(name, Path.GetDirectoryName(testFile)!));
}
