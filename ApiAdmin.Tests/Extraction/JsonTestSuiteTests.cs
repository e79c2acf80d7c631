using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Invocation.Building;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Extraction;

/// <summary>The JSON parsing suite: what has to be read is read, what must not be is refused with its place.</summary>
public sealed class JsonTestSuiteTests
{
    private const string Source = "github.com/nst/JSONTestSuite";
    private const string Definition = """
        "response": { "kind": "json" }, "outputs": [ { "name": "a", "path": "$.a.b" }, { "name": "l", "path": "$[-1]" } ]
        """;

    [SkippableTheory]
    [InlineData("y_", 95)]
    [InlineData("n_", 188)]
    [InlineData("i_", 35)]
    public async Task Read_EachFile_EndsAsItMust(string kind, int count)
    {
        var files = Directory.GetFiles(CorpusFolder.Path("json-testsuite/test_parsing", Source), kind + "*.json");

        Assert.Equal(count, files.Length);
        foreach (var file in files)
        {
            var result = await Read(await File.ReadAllBytesAsync(file));

            var isEmpty = (await File.ReadAllTextAsync(file)).Trim().Length == 0;
            switch (kind)
            {
                case "y_":
                    Assert.True(result.Outcome == Outcome.Success, $"{Path.GetFileName(file)}: {result.Message}");
                    break;
                case "n_":
                    Assert.True(result.Outcome == Outcome.InvalidResponse, $"{Path.GetFileName(file)} was read");
                    Assert.Contains(isEmpty ? "empty" : "line ", result.Message, StringComparison.Ordinal);
                    break;
                default:
                    Assert.True(result.Outcome is Outcome.Success or Outcome.InvalidResponse);
                    break;
            }
        }
    }

    [SkippableFact]
    public async Task Read_InRandomChunks_GivesTheSameAsInOne()
    {
        var folder = CorpusFolder.Path("json-testsuite/test_parsing", Source);
        var random = new Random(20261122);
        foreach (var file in Directory.GetFiles(folder, "*.json"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            if (bytes.Length > 5_000)
            {
                continue;
            }

            var whole = await Read(bytes);
            for (var round = 0; round < 5; round++)
            {
                var cuts = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(bytes.Length + 1)).Order();
                var split = await Read(bytes, [.. cuts]);
                // Of a word cut in two the framework names its beginning or the cut, so the column may differ by a few.
                Assert.Equal(whole.Outcome, split.Outcome);
                Assert.Equal(whole.Outputs, split.Outputs);
            }
        }
    }

    private static Task<ExtractionResult> Read(byte[] body, params int[] cuts) =>
        Extract.Run(Build.Definition(Definition), body, new ResponseHead { Status = 200, MediaType = "application/json" }, cuts);
}
