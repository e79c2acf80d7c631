using System.Globalization;

namespace ApiAdmin.Tests.Support;

/// <summary>Addresses that must not be reached, in every spelling a parser somewhere accepts.</summary>
internal static class HostileUrls
{
    private static readonly string[] Targets =
        ["127.0.0.1", "127.0.0.2", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255"];

    /// <summary>Every spelling × port × form of the URL; more than 1,500.</summary>
    public static IEnumerable<string> Generate(int canaryPort) =>
        from target in Targets
        from host in Spellings([.. target.Split('.').Select(byte.Parse)])
        from url in Forms(host, canaryPort)
        select url;

    private static IEnumerable<string> Spellings(byte[] a)
    {
        var number = ((uint)a[0] << 24) | ((uint)a[1] << 16) | ((uint)a[2] << 8) | a[3];
        var dotted = string.Join('.', a);
        yield return dotted;
        yield return number.ToString(CultureInfo.InvariantCulture);
        yield return "0x" + number.ToString("x8", CultureInfo.InvariantCulture);
        yield return "0X" + number.ToString("X", CultureInfo.InvariantCulture);
        yield return "0" + Convert.ToString((long)number, 8);
        yield return (number + 4_294_967_296L).ToString(CultureInfo.InvariantCulture);
        yield return string.Join('.', a.Select(b => "0" + Convert.ToString(b, 8)));
        yield return string.Join('.', a.Select(b => "000" + Convert.ToString(b, 8)));
        yield return string.Join('.', a.Select(b => "0x" + b.ToString("x", CultureInfo.InvariantCulture)));
        yield return string.Join('.', a.Select(b => b.ToString("000", CultureInfo.InvariantCulture)));
        yield return string.Join('.', a.Select(b => (b + 256).ToString(CultureInfo.InvariantCulture)));
        yield return $"{a[0]}.{(a[1] << 16) | (a[2] << 8) | a[3]}";
        yield return $"{a[0]}.{a[1]}.{(a[2] << 8) | a[3]}";
        yield return $"0x{a[0]:x}.{a[1]}.0{Convert.ToString(a[2], 8)}.{a[3]}";
        yield return dotted + ".";
        yield return Map(dotted, c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c);
        yield return Map(dotted, c => c == '0' ? '⓪' : char.IsAsciiDigit(c) ? (char)(c - '1' + '①') : c);
        yield return dotted.Replace('.', '。');
        yield return dotted.Replace('.', '．');
        yield return dotted.Replace('.', '｡');
        yield return string.Concat(dotted.Select(c => $"%{(int)c:x2}"));
        yield return dotted.Insert(1, "\u00ad");
        yield return dotted.Insert(1, "\u200b");
        yield return string.Concat(dotted.Select(c => char.IsAsciiDigit(c) ? char.ConvertFromUtf32(0x1D7CE + c - '0') : c.ToString()));
        yield return $"[::ffff:{dotted}]";
        yield return $"[::{dotted}]";
        yield return $"[64:ff9b::{dotted}]";
        yield return $"[2002:{a[0]:x2}{a[1]:x2}:{a[2]:x2}{a[3]:x2}::1]";
        yield return $"[::ffff:{dotted}%251]";
        yield return $"[fe80::{dotted}%1]";
    }

    private static IEnumerable<string> Forms(string host, int port)
    {
        yield return $"http://{host}/";
        yield return $"http://{host}:{port}/";
        yield return $"https://{host}:{port}/latest/meta-data/";
        yield return $"http://good.example@{host}:{port}/";
        yield return $"http://user:pass@{host}:{port}/";
        yield return $"http://{host}:{port}\\@good.example/";
    }

    private static string Map(string text, Func<char, char> map) => string.Concat(text.Select(map));
}
