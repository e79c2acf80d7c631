using System.Text.Json;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Reading;

public sealed class MediaTypeTests
{
    private const string Source = "web-platform-tests/wpt (mimesniff)";

    [SkippableFact]
    public void Parse_EveryCaseOfTheCorpus_GivesItsTypeAndDecoder()
    {
        var path = CorpusFolder.Path("content-type/mime-types.json", Source);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var wrong = new List<string>();
        foreach (var row in document.RootElement.EnumerateArray())
        {
            var parsed = MediaType.Parse(row.GetProperty("input").GetString());
            var expected = row.GetProperty("output").GetString()?.Split(';')[0];
            if (parsed?.Essence != expected || !SameDecoder(row, parsed))
            {
                wrong.Add($"{row.GetRawText()} → {parsed}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(41, document.RootElement.GetArrayLength());
    }

    private static bool SameDecoder(JsonElement row, MediaType? parsed) =>
        !row.TryGetProperty("encoding", out var encoding)
        || Charsets.Find(parsed?.Charset)?.Encoding.WebName == (encoding.GetString() is null ? null : "gb18030");
}
