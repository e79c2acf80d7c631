using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.Conversions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Tests.Extraction;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("12345678901234567890", "number", "12345678901234567890")]
    [InlineData("1.00", "number", "1.00")]
    [InlineData("\"1.00\"", "number", "1.00")]
    [InlineData("1.00", "integer", "1")]
    [InlineData("1.5", "integer", null)]
    [InlineData("1e3", "number", "1e3")]
    [InlineData("\"01\"", "integer", null)]
    [InlineData("\"1,5\"", "number", null)]
    [InlineData("true", "number", null)]
    [InlineData("\"1\"", "boolean", "true")]
    [InlineData("1", "boolean", "true")]
    [InlineData("true", "boolean", "true")]
    [InlineData("\"FALSE\"", "boolean", "false")]
    [InlineData("\"yes\"", "boolean", null)]
    [InlineData("2", "boolean", null)]
    [InlineData("1.00", "string", "\"1.00\"")]
    [InlineData("true", "string", "\"true\"")]
    [InlineData("[1]", "string", null)]
    [InlineData("{\"a\": 1}", "object", "{\"a\": 1}")]
    [InlineData("\"2026-01-31\"", "date", "\"2026-01-31\"")]
    [InlineData("\"2026-01-31T23:30:00+08:00\"", "date", "\"2026-01-31\"")]
    [InlineData("\"Sat, 31 Jan 2026 23:30:00 GMT\"", "date", "\"2026-01-31\"")]
    [InlineData("20260131", "date", null)]
    [InlineData("\"31.01.2026\"", "date", null)]
    public async Task Output_EachTypeAndValue_IsConvertedOrOfTheWrongType(string value, string type, string? converted)
    {
        var output = (await Run(value, $"\"type\":\"{type}\"")).Outputs[0];

        Assert.Equal(converted, output.Value?.Text);
        Assert.Equal(converted is null ? OutputProblemCode.WrongType : null, output.Problem?.Code);
    }

    [Theory]
    [InlineData("\"31.01.2026\"", "\"format\":\"yyyy/MM/dd|dd.MM.yyyy\"", "\"2026-01-31\"")]
    [InlineData("20260131", "\"format\":\"yyyyMMdd\"", "\"2026-01-31\"")]
    [InlineData("1769902200", "\"format\":\"unixSeconds\",\"writeAs\":\"iso\"", "\"2026-01-31T23:30:00Z\"")]
    [InlineData("\"1769902200123\"", "\"format\":\"unixMillis\",\"writeAs\":\"iso\"", "\"2026-01-31T23:30:00.123Z\"")]
    [InlineData("1769902200", "\"format\":\"unixSeconds\",\"zone\":\"Asia/Shanghai\"", "\"2026-02-01\"")]
    [InlineData("\"2026-01-31T23:30:00Z\"", "\"zone\":\"Asia/Shanghai\",\"writeAs\":\"iso\"", "\"2026-02-01T07:30:00+08:00\"")]
    [InlineData("\"2026-07-01 23:30:00\"", "\"zone\":\"Europe/Berlin\",\"writeAs\":\"iso\"", "\"2026-07-01T23:30:00+02:00\"")]
    [InlineData("\"2026-01-31T23:30:00\"", "\"zone\":\"Asia/Shanghai\"", "\"2026-01-31\"")]
    [InlineData("\"2026-01-31\"", "\"writeAs\":\"dd.MM.yyyy\"", "\"31.01.2026\"")]
    [InlineData("99999999999999999999", "\"format\":\"unixSeconds\"", null)]
    public async Task Date_FormatZoneAndForm_AreKept(string value, string more, string? converted) =>
        Assert.Equal(converted, (await Run(value, $"\"type\":\"date\",{more}")).Outputs[0].Value?.Text);

    [Theory]
    [InlineData("[\"a\", 1.0, null, {\"b\":2}]", "\"separator\":\"; \"", "\"a; 1.0; {\\\"b\\\":2}\"")]
    [InlineData("[1, 2]", "\"type\":\"array\"", "[1, 2]")]
    [InlineData("\"a, b\"", "\"type\":\"array\",\"separator\":\",\"", "[\"a\",\"b\"]")]
    public async Task Array_AsJsonOrJoined(string value, string more, string converted) =>
        Assert.Equal(converted, JsonNormal((await Run(value, more)).Outputs[0].Value!.Text));

    [Theory]
    [InlineData("{}", null, "\"d\"")]
    [InlineData("{\"v\":null}", null, "\"d\"")]
    [InlineData("{\"v\":\"\"}", null, "\"\"")]
    [InlineData("{\"v\":[]}", null, "\"d\"")]
    [InlineData("{}", "[\"null\"]", null)]
    [InlineData("{\"v\":null}", "[\"missing\"]", null)]
    [InlineData("{\"v\":null}", "[\"null\"]", "\"d\"")]
    [InlineData("{\"v\":\"\"}", "[\"empty\"]", "\"d\"")]
    [InlineData("{\"v\":[]}", "[\"missing\"]", null)]
    public async Task Default_MissingNullEmptyInvalid_AreFourThings(string body, string? defaultFor, string? value)
    {
        var result = await Extract.Run($$"""
            "outputs": [ { "name": "v", "path": "$.v", "default": "d"{{(defaultFor is null ? "" : $", \"defaultFor\": {defaultFor}")}} } ]
            """, body);

        Assert.Equal(value, result.Outputs[0].Value?.Text);
    }

    [Fact]
    public async Task Flatten_Object_GivesOutputsByDottedNames()
    {
        var result = await Extract.Run("""
            "outputs": [ { "name": "address", "path": "$.a", "type": "object", "flatten": true }, { "name": "address.zip", "path": "$.zip" } ]
            """, """{ "a": { "city": "Wien", "zip": 1, "geo": { "lat": 48.20 }, "tags": [ "x", null ] }, "zip": "own" }""");

        Assert.Equal(["address", "address.city", "address.geo.lat", "address.tags.0", "address.tags.1", "address.zip"], result.Outputs.Select(o => o.Name));
        Assert.Equal("\"48.20\"", result.TrueOutputs["address.geo.lat"]!.Text);
        Assert.Null(result.TrueOutputs["address.tags.1"]);
        Assert.Equal("\"own\"", result.TrueOutputs["address.zip"]!.Text);
    }

    [Fact]
    public async Task Flatten_SensitiveObject_HidesItsParts()
    {
        var result = await Extract.Run("""
            "outputs": [ { "name": "p", "path": "$.p", "type": "object", "flatten": true, "sensitive": true } ]
            """, """{ "p": { "pin": "1234" } }""");

        Assert.All(result.Outputs, o => Assert.Equal("\"•••\"", o.Value!.Text));
    }

    [Fact]
    public async Task Table_EachRowOfOneValue_IsTrue()
    {
        foreach (var row in ConversionTable.Rows.Where(r => r.Type is not Core.Definitions.ParamType.String))
        {
            foreach (var from in Values(row.From))
            {
                var output = (await Run(from, $"\"type\":\"{row.Type.ToString().ToLowerInvariant()}\"")).Outputs[0];
                Assert.Contains(output.Value?.Text, Values(row.To));
            }
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task Output_InAnyCulture_IsTheSame(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var plain = await Values();
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(plain, await Values());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static async Task<string> Values()
        {
            var result = await Extract.Run("""
                "outputs": [
                  { "name": "n", "path": "$.n", "type": "number" }, { "name": "i", "path": "$.i", "type": "integer" },
                  { "name": "b", "path": "$.b", "type": "boolean" }, { "name": "d", "path": "$.d", "type": "date", "writeAs": "iso", "zone": "Asia/Riyadh" },
                  { "name": "f", "path": "$.list[?@.n >= 1.5].t", "type": "array" }, { "name": "m", "path": "$.list[?match(@.t, 'I.*')].t" },
                  { "name": "u", "path": "$.u", "type": "date", "format": "unixSeconds", "writeAs": "dd MMM yyyy" } ],
                "success": { "rules": [ { "path": "$.n", "op": "gt", "value": 1.25 }, { "path": "$.TITLE", "op": "startsWith", "value": "İi" } ] }
                """, """{ "n": 1.50, "i": -7, "b": "TRUE", "d": "2026-01-31 23:30:00", "u": 1769902200, "TITLE": "İiI", "list": [ { "n": 1.5, "t": "Iı" }, { "n": 1.4, "t": "ii" } ] }""");
            return result.Outcome + string.Join('\n', result.Outputs.Select(o => o.Value?.Text + o.Problem?.Message));
        }
    }

    private static IEnumerable<string> Values(string list) =>
        list.StartsWith('[') || list.StartsWith('{') || list.Contains('T', StringComparison.Ordinal) && list.Contains(':', StringComparison.Ordinal) ? [list] : list.Split(", ");

    private static string JsonNormal(string json) => json.Replace("\\u0022", "\\\"", StringComparison.Ordinal);

    private static Task<ExtractionResult> Run(string value, string more) => Extract.Run($$"""
        "outputs": [ { "name": "v", "path": "$.v", {{more}} } ]
        """, $$"""{ "v": {{value}} }""");
}
