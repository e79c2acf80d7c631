using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.App;

/// <summary>What a page loads beside itself. That browsers keep a named fingerprint for a year is so of a published program only.</summary>
public sealed partial class AssetTests
{
    [Fact]
    public async Task Get_EveryFileThatAPageNames_ComesCompressedUnderAFingerprint()
    {
        await using var app = await TestApp.StartAsync();
        using var person = await app.SignInAsync(Role.Developer);
        var files = LinkedFile().Matches(await person.GetTextAsync("/apis")).Select(match => match.Groups["path"].Value).Where(path => !path.EndsWith(".svg", StringComparison.Ordinal)).ToList();
        Assert.Contains(files, path => path.Contains("MudBlazor.min.", StringComparison.Ordinal) && path.EndsWith(".css", StringComparison.Ordinal));
        Assert.Contains(files, path => path.Contains("MudBlazor.min.", StringComparison.Ordinal) && path.EndsWith(".js", StringComparison.Ordinal));
        Assert.Distinct(files);
        person.Http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));

        foreach (var path in files)
        {
            using var answer = await person.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, path);
            Assert.True(answer.Content.Headers.ContentEncoding.SequenceEqual(["gzip"]), $"{path} is not compressed.");
            Assert.Matches(@"\.[a-z0-9]{10}\.(css|js)$", path);
        }
    }

    [GeneratedRegex("""<(link rel="stylesheet"|script)[^>]* (href|src)="(?<path>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkedFile();
}
