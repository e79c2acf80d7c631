namespace ApiAdmin.Web.Invocation.Sandbox;

internal sealed record SandboxOrder(
    string Id, string Status, decimal Amount, string Currency, string CustomerId, DateOnly Ordered, SandboxAddressLine Address, SandboxOrderLine[] Lines);

internal sealed record SandboxAddressLine(string City, string Street);

internal sealed record SandboxOrderLine(string Sku, string Name, int Quantity, decimal Price);

internal sealed record SandboxCustomer(string Id, string Name, string Tel, string Email, string City, string Language, bool Vip);

/// <summary>Invented people and orders in several scripts; telephone numbers lie in ranges kept for examples where a country has one.</summary>
internal static class SandboxData
{
    public static readonly SandboxCustomer[] Customers =
    [
        new("10000001", "李娜", "+8613800138000", "li.na@example.com", "上海", "zh", true),
        new("10000002", "João Conceição", "+5511999990001", "joao@example.com", "São Paulo", "pt", false),
        new("10000003", "Анна Петрова", "+79001234567", "anna@example.com", "Санкт-Петербург", "ru", false),
        new("10000004", "محمد العلي", "+966500000004", "mohammed@example.com", "الرياض", "ar", true),
        new("10000005", "O’Brien \"Bob\" <VIP>", "+442079460005", "bob@example.com", "London", "en", false),
        new("10000006", "田中 🌸 さくら", "+81312345678", "sakura@example.com", "東京", "ja", false),
    ];

    public static readonly SandboxOrder[] Orders =
    [
        Order("A-1001", "shipped", "10000001", 1, 149.90m, "CNY", new("上海", "南京西路 1266 号"), new SandboxOrderLine("KB-20", "机械键盘", 1, 149.90m)),
        Order("A-1002", "paid", "10000002", 3, 89.00m, "BRL", new("São Paulo", "Av. Paulista 1578"), new SandboxOrderLine("CF-01", "Café", 2, 44.50m)),
        Order("A-1003", "delivered", "10000003", 5, 1200.50m, "RUB", new("Санкт-Петербург", "Невский проспект 28"), new SandboxOrderLine("BK-77", "Книга", 1, 1200.50m)),
        Order("A-1004", "cancelled", "10000004", 8, 310.25m, "SAR", new("الرياض", "طريق الملك فهد"), new SandboxOrderLine("DT-05", "تمور", 5, 62.05m)),
        Order("A-1005", "returned", "10000005", 13, 12.00m, "GBP", new("London", "221B Baker Street"), new SandboxOrderLine("PL-03", "Pipe & tobacco", 1, 12.00m)),
        Order("A-1006", "waiting for payment", "10000006", 21, 5400m, "JPY", new("東京", "千代田区1-1"), new SandboxOrderLine("TE-09", "抹茶 🍵", 3, 1800m)),
    ];

    private static SandboxOrder Order(
        string id, string status, string customer, int day, decimal amount, string currency, SandboxAddressLine address, params SandboxOrderLine[] lines) =>
        new(id, status, amount, currency, customer, new DateOnly(2026, 9, day), address, lines);
}
