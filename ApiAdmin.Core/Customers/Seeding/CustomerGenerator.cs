using System.Globalization;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>
/// Makes up customers: the same for the same seed and number on every machine, each from its own number alone, so that any part can be
/// made anew. Some share a phone, many lack this or that.
/// </summary>
internal sealed class CustomerGenerator(int seed)
{
    private const int SharedEvery = 50;

    public Customer Make(long number)
    {
        var dice = new SeedDice(seed, number);
        var country = SeedNames.Countries[dice.Next(SeedNames.Countries.Length)];
        var (family, given) = (dice.Of(country.Family), dice.Of(country.Given));
        var name = country.FamilyFirst ? family + country.Between + given : given + country.Between + family;
        var account = dice.Next(3) > 0 ? (AccountKind)dice.Next(AccountKinds.All.Count) : (AccountKind?)null;
        return new Customer
        {
            Nick = dice.Next(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $"{given}{dice.Next(10_000)}") : name,
            RealName = dice.Next(5) > 0 ? name : null,
            Sex = dice.Next(3) switch { 0 => Sex.Male, 1 => Sex.Female, _ => null },
            Phones = dice.Next(20) == 0 ? [] : dice.Next(10) == 0 ? [Phone(country, number), Phone(country, number + 1_000_003)] : [Phone(country, number - (dice.Next(SharedEvery) == 0 ? 1 : 0))],
            Emails = dice.Next(3) > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{Latin(country, dice)}.{number}@{dice.Of(Domains)}")] : [],
            Accounts = account is { } kind ? [new CustomerAccount(kind, string.Create(CultureInfo.InvariantCulture, $"{kind.ToString()[..2].ToLowerInvariant()}_{dice.Next():x8}{number:x}"))] : [],
            Country = dice.Next(10) > 0 ? country.Name : null,
            City = dice.Next(3) > 0 ? dice.Of(country.Places) : null,
            Remark = dice.Next(10) == 0 ? dice.Of(SeedNames.Remarks) : null,
            Vip = dice.Next(20) == 0 ? true : dice.Next(4) == 0 ? false : null,
            Blacklisted = dice.Next(100) == 0,
            Enterprise = dice.Next(4) == 0 ? dice.Of(SeedNames.Enterprises) : null,
            Source = dice.Next(4) > 0 ? dice.Of(SeedNames.Sources) : null,
            Owner = dice.Next(2) == 0 ? string.Create(CultureInfo.InvariantCulture, $"agent{dice.Next(200)}@example.com") : null,
        };
    }

    private static readonly string[] Domains = ["example.com", "example.org", "example.net", "mail.example"];

    /// <summary>Each number has its own phone number as long as the country's pattern has room, in a scattered order.</summary>
    private static string Phone(SeedCountry country, long number)
    {
        var free = country.Number.Count(character => character == '#');
        var space = 1L;
        for (var digit = 0; digit < free; digit++)
        {
            space *= 10;
        }

        var digits = ((number * 7_368_787L) % space).ToString(CultureInfo.InvariantCulture).PadLeft(free, '0');
        var at = 0;
        return $"+{country.Code}{string.Concat(country.Number.Select(character => character == '#' ? digits[at++] : character))}";
    }

    private static string Latin(SeedCountry country, SeedDice dice)
    {
        var folded = SearchText.Words(dice.Of(country.Given)).Replace(" ", "", StringComparison.Ordinal);
        return folded.All(char.IsAsciiLetter) ? folded : "kunde";
    }
}

/// <summary>Random numbers that are the same on every machine and version (SplitMix64), begun anew for each customer.</summary>
internal sealed class SeedDice(int seed, long number)
{
    private ulong state = ((ulong)(uint)seed << 40) ^ (ulong)number;

    public uint Next()
    {
        state += 0x9E37_79B9_7F4A_7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return (uint)((mixed ^ (mixed >> 31)) >> 32);
    }

    public int Next(int below) => (int)(((ulong)Next() * (ulong)below) >> 32);

    public string Of(string[] list) => list[Next(list.Length)];
}
