using ApiAdmin.Core.Access;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Access;

public sealed class ShortCacheTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly ShortCache<string, string> cache;
    private readonly List<TaskCompletionSource<string>> readings = [];

    public ShortCacheTests() => cache = new ShortCache<string, string>(clock);

    [Fact]
    public async Task Get_ByManyAtOnce_ReadsOnce()
    {
        var first = GetAsync();
        var second = GetAsync();

        readings[0].SetResult("read");

        Assert.Equal(["read", "read"], await Task.WhenAll(first, second));
        Assert.Equal("read", await GetAsync());
        Assert.Single(readings);
    }

    [Fact]
    public async Task Get_WhenTheOneWhoReadsIsCancelled_GoesOnForTheOthers()
    {
        using var stop = new CancellationTokenSource();
        var first = GetAsync(stop.Token);
        var second = GetAsync();

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        readings[0].SetResult("read");

        Assert.Equal("read", await second);
        Assert.Single(readings);
    }

    [Fact]
    public async Task Forget_WhileItIsRead_ReadsAnewForWhoAsksAfterThat()
    {
        var before = GetAsync();
        cache.Forget();
        var after = GetAsync();

        readings[1].SetResult("new");
        readings[0].SetResult("old");

        Assert.Equal("new", await after);
        Assert.Equal("old", await before);
        Assert.Equal("new", await GetAsync());
        Assert.Equal(2, readings.Count);
    }

    [Fact]
    public async Task Get_AfterHalfASecond_ReadsAnew()
    {
        var first = GetAsync();
        readings[0].SetResult("old");
        await first;
        clock.Advance(TimeSpan.FromMilliseconds(499));
        Assert.Equal("old", await GetAsync());

        clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = GetAsync();
        readings[1].SetResult("new");

        Assert.Equal("new", await second);
    }

    [Fact]
    public async Task Get_WhenReadingFails_TellsAllAndKeepsNothing()
    {
        var (first, second) = (GetAsync(), GetAsync());
        readings[0].SetException(new InvalidOperationException("gone"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        var third = GetAsync();
        readings[1].SetResult("back");
        Assert.Equal("back", await third);
    }

    private Task<string> GetAsync(CancellationToken cancellationToken = default) => cache.GetAsync("key", this, static self => self.ReadAsync(), cancellationToken).AsTask();

    private Task<string> ReadAsync()
    {
        var reading = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        readings.Add(reading);
        return reading.Task;
    }
}
