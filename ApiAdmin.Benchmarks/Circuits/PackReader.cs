using System.Buffers.Binary;
using System.Text;

namespace ApiAdmin.Benchmarks.Circuits;

/// <summary>Reads MessagePack, as far as a circuit speaks it, into plain objects: null, bool, long, double, string, bytes, arrays.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> source)
{
    private ReadOnlySpan<byte> rest = source;

    public object? Read()
    {
        var kind = Take(1)[0];
        return kind switch
        {
            < 0x80 => (long)kind,
            < 0x90 => Members(kind & 15),
            < 0xa0 => Items(kind & 15),
            < 0xc0 => Text(kind & 31),
            0xc0 => null,
            0xc2 or 0xc3 => kind == 0xc3,
            0xc4 or 0xc5 or 0xc6 => Take(Length(kind - 0xc4)).ToArray(),
            0xca => (double)BinaryPrimitives.ReadSingleBigEndian(Take(4)),
            0xcb => BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
            >= 0xcc and <= 0xcf => (long)Unsigned(1 << (kind - 0xcc)),
            >= 0xd0 and <= 0xd3 => Signed(1 << (kind - 0xd0)),
            0xd9 or 0xda or 0xdb => Text(Length(kind - 0xd9)),
            0xdc or 0xdd => Items(Length(kind - 0xdb)),
            0xde or 0xdf => Members(Length(kind - 0xdd)),
            >= 0xe0 => (long)(sbyte)kind,
            _ => throw new InvalidDataException($"A circuit sends no {kind:x2}."),
        };
    }

    private int Length(int power) => (int)Unsigned(1 << power);

    private ulong Unsigned(int bytes)
    {
        var value = 0UL;
        foreach (var part in Take(bytes))
        {
            value = (value << 8) | part;
        }

        return value;
    }

    private long Signed(int bytes)
    {
        var unused = 64 - (8 * bytes);
        return (long)(Unsigned(bytes) << unused) >> unused;
    }

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private object?[] Items(int count)
    {
        var items = new object?[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = Read();
        }

        return items;
    }

    private object?[] Members(int count) => Items(2 * count);

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
