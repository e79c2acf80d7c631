using System.Security.Cryptography;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Tests.Access;

/// <summary>Every single tampering with a chain of rows is found (security.md B7: 1,000 of 1,000).</summary>
public sealed class AuditTamperingTests
{
    private const int Rows = 60;

    private static readonly byte[] Key = SHA256.HashData("key"u8);

    [Fact]
    public async Task Check_UntouchedChain_IsIntact() =>
        Assert.Equal(new AuditVerdict(Rows, null), await CheckAsync(Chain()));

    [Fact]
    public async Task Check_ThousandSingleTamperings_AllFound()
    {
        var random = new Random(7);
        for (var i = 0; i < 1_000; i++)
        {
            var rows = Chain();
            var what = Tamper(rows, i % 10, random);

            Assert.False((await CheckAsync(rows)).IsIntact, $"Tampering {i} ({what}) was not found.");
        }
    }

    [Fact]
    public async Task Check_WholeChainMadeAnewWithAnotherKey_IsFound() =>
        Assert.False((await AuditVerifier.CheckAsync(Key, Chain(SHA256.HashData("other"u8)).ToAsyncEnumerable(), [])).IsIntact);

    [Fact]
    public async Task Check_EveryCutOfTheTail_IsFoundByTheHead()
    {
        for (var kept = 0; kept < Rows; kept++)
        {
            Assert.False((await CheckAsync(Chain()[..kept])).IsIntact);
        }
    }

    private static string Tamper(List<AuditRow> rows, int kind, Random random)
    {
        var at = random.Next(Rows);
        var row = rows[at];
        switch (kind)
        {
            case 0: rows.RemoveAt(at); return "delete";
            case 1: rows.Insert(at, Copy(row)); return "insert a copy";
            case 2: (rows[at], rows[(at + 1) % Rows]) = (rows[(at + 1) % Rows], rows[at]); return "reorder";
            case 3: rows[at] = Copy(row, actor: Flip(row.ActorName, random)); return "flip in actor";
            case 4: rows[at] = Copy(row, action: Flip(row.Action, random)); return "flip in action";
            case 5: rows[at] = Copy(row, subject: Flip(row.Subject, random)); return "flip in subject";
            case 6: rows[at] = Copy(row, fields: Flip(row.Fields, random)); return "flip in fields";
            case 7: rows[at] = Copy(row, time: row.At.AddTicks(10L << random.Next(20))); return "other time";
            case 8: Flip(row.Hash, random); return "flip in hash";
            default: Flip(row.PreviousHash, random); return "flip in previous hash";
        }
    }

    private static Task<AuditVerdict> CheckAsync(List<AuditRow> rows) => AuditVerifier.CheckAsync(
        Key, rows.ToAsyncEnumerable(), [new AuditHead(Rows, Convert.ToHexStringLower(Chain()[^1].Hash))]);

    private static List<AuditRow> Chain(byte[]? key = null)
    {
        var rows = new List<AuditRow>();
        for (var i = 1; i <= Rows; i++)
        {
            var row = new AuditRow
            {
                Sequence = i, At = DateTimeOffset.UnixEpoch.AddMinutes(i), ActorId = "user:1", ActorName = $"n{i}", Action = "api.update",
                Subject = $"api:{i}", Fields = "name,url", PreviousHash = [.. i == 1 ? AuditChain.Genesis : rows[^1].Hash],
            };
            row.Hash = AuditChain.Hash(key ?? Key, row);
            rows.Add(row);
        }

        return rows;
    }

    private static AuditRow Copy(
        AuditRow row, string? actor = null, string? action = null, string? subject = null, string? fields = null, DateTimeOffset? time = null) => new()
    {
        Sequence = row.Sequence, At = time ?? row.At, ActorId = row.ActorId, ActorName = actor ?? row.ActorName, Action = action ?? row.Action,
        Subject = subject ?? row.Subject, Fields = fields ?? row.Fields, PreviousHash = row.PreviousHash, Hash = row.Hash,
    };

    private static string Flip(string text, Random random)
    {
        var chars = text.ToCharArray();
        chars[random.Next(chars.Length)] ^= (char)(1 << random.Next(7));
        return new string(chars);
    }

    private static void Flip(byte[] bytes, Random random) => bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
}
