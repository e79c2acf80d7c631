using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Tests.Invocation.Reading;

public sealed class JsonLayoutTests
{
    private const string Sample = """{"a":[1,{"b":"x,{}[]\"\\","n":12345678901234567890.10}],"e":{},"f":[ ],"u":"\u674e\u0022\u000a"}""";

    private const string Shown = """
        {
          "a": [
            1,
            {
              "b": "x,{}[]\"\\",
              "n": 12345678901234567890.10
            }
          ],
          "e": {},
          "f": [],
          "u": "李\u0022\u000a"
        }
        """;

    [Fact]
    public void Write_Json_SetsItsLinesInAndKeepsEveryDigit() =>
        Assert.Equal(Shown.ReplaceLineEndings("\n"), new JsonLayout().Write(Sample).ToString());

    [Fact]
    public void Write_FromAnyPlace_GoesOnAsIfItHadWrittenTheRest()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample.Replace("\\u674e", "李", StringComparison.Ordinal));
        foreach (var cut in Enumerable.Range(1, bytes.Length - 1).Where(at => StartsCharacter(bytes[at])))
        {
            var layout = new JsonLayout();
            layout.Skip(bytes.AsSpan(0, cut / 2));
            layout.Skip(bytes.AsSpan(cut / 2, cut - (cut / 2)));
            var rest = layout.Write(Encoding.UTF8.GetString(bytes.AsSpan(cut))).ToString();

            Assert.EndsWith(Squeeze(rest), Squeeze(Shown), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_InPieces_IsTheSameText()
    {
        var layout = new JsonLayout();
        foreach (var piece in Sample.Replace("\\u674e", "李", StringComparison.Ordinal).Chunk(7))
        {
            layout.Write(new string(piece));
        }

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample), JsonNode.Parse(layout.ToString())));
    }

    [Fact]
    public void Write_VeryDeep_DoesNotBecomeAPageOfBlanks() =>
        Assert.InRange(new JsonLayout().Write(new string('[', 64 * 1024)).Length, 64 * 1024, 64 * 1024 * 50);

    // What is written is text: a piece of a body begins at a character, never inside one.
    private static bool StartsCharacter(byte first) => (first & 0xC0) != 0x80;

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
