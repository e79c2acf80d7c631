using System.Text;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Tests.Invocation.Reading;

public sealed class RasterImageTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "image/png")]
    [InlineData("FFD8FFE000104A464946000101000001", "image/jpeg")]
    [InlineData("47494638396101000100800000000000", "image/gif")]
    [InlineData("52494646240000005745425056503820", "image/webp")]
    [InlineData("424D3A00000000000000360000002800", "image/bmp")]
    [InlineData("89504E470D0A1A", null)]
    [InlineData("255044462D312E370A25E2E3CFD30A31", null)]
    [InlineData("00000100010010100000010020006804", null)]
    [InlineData("", null)]
    public void Sniff_FirstBytes_KnowsOnlyPicturesOfPoints(string hex, string? type) =>
        Assert.Equal(type, RasterImage.Sniff(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    [InlineData("BM, our friend, wrote")]
    [InlineData("<html><script>alert(1)</script>")]
    public void Sniff_ADocument_IsNone(string text) => Assert.Null(RasterImage.Sniff(Encoding.UTF8.GetBytes(text)));
}
