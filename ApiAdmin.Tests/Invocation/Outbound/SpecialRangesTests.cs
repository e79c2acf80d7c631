using System.Net;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Outbound;

public sealed class SpecialRangesTests
{
    [SkippableFact]
    public void Kind_EveryBoundaryOfTheCorpus_HasItsVerdict()
    {
        var rows = File.ReadLines(CorpusFolder.Path("ssrf/ip-boundary-cases.tsv", "the IANA special-purpose registries and microsoft/AntiSSRF"))
            .Where(line => !line.StartsWith('#') && line.Length > 0).Select(line => line.Split('\t')).ToList();

        var wrong = rows.Where(row => (SpecialRanges.Kind(IPAddress.Parse(row[0])) is null) != (row[1] == "allow")).Select(row => row[0]);

        Assert.Empty(wrong);
        Assert.Equal(229, rows.Count);
    }

    [SkippableFact]
    public void Kind_FirstAndLastOfEveryListedRange_AreSpecial()
    {
        var ranges = System.Text.Json.JsonSerializer.Deserialize<string[]>(
            File.ReadAllText(CorpusFolder.Path("ssrf/antissrf-recommendedV1.json", "microsoft/AntiSSRF")))!;

        Assert.All(ranges, range => Assert.NotNull(SpecialRanges.Kind(IPNetwork.Parse(range).BaseAddress)));
    }

    [Fact]
    public void Kind_RandomIPv4InEveryEmbedding_IsNeverMorePublicThanTheIPv4()
    {
        var random = new Random(20251009);
        for (var round = 0; round < 2_000; round++)
        {
            var v4 = new byte[4];
            random.NextBytes(v4);
            var kind = SpecialRanges.Kind(new IPAddress(v4));
            foreach (var embedded in Embeddings(v4))
            {
                Assert.True(SpecialRanges.Kind(embedded) is not null || kind is null, $"{embedded} carries {new IPAddress(v4)}");
            }
        }
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("fd00:ec2::254")]
    [InlineData("169.254.170.2")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("168.63.129.16")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::1")]
    public void IsMetadata_AnyFormOfAMetadataAddress_IsMetadata(string address) =>
        Assert.True(MetadataServices.IsMetadata(IPAddress.Parse(address)));

    private static IEnumerable<IPAddress> Embeddings(byte[] v4)
    {
        yield return new IPAddress(v4).MapToIPv6();
        yield return new IPAddress((byte[])[.. new byte[12], .. v4]);
        yield return new IPAddress((byte[])[0x00, 0x64, 0xff, 0x9b, .. new byte[8], .. v4]);
        yield return new IPAddress((byte[])[0x20, 0x02, .. v4, .. new byte[10]]);
        yield return new IPAddress((byte[])[0x20, 0x01, 0, 0, .. new byte[8], .. v4.Select(b => (byte)~b)]);
        yield return new IPAddress((byte[])[0x26, 0x06, 0x47, 0, 0, 0, 0, 0, 0, 0, 0x5e, 0xfe, .. v4]);
        yield return new IPAddress((byte[])[0x26, 0x06, 0x47, 0, 0, 0, 0, 0, 0x02, 0, 0x5e, 0xfe, .. v4]);
    }
}
