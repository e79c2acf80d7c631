namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary>A small order desk: orders and customers by id or phone, in the usual envelope of <c>ret_code</c> and <c>ret_msg</c>.</summary>
internal static class SandboxShop
{
    public const string Ok = "000000";
    public const string NotFound = "404001";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/orders", context => FoundAsync(context, new { ret_code = Ok, ret_msg = "ok", items = SandboxData.Orders }));
        routes.MapRead("/orders/{id}", OrderAsync);
        routes.MapPost("/orders/{id}", OrderAsync);
        routes.MapRead("/customers", CustomersAsync);
        routes.MapRead("/customers/{id}", CustomerAsync);
        routes.MapRead("/business-failure", BusinessFailureAsync);
        routes.MapPost("/business-failure", BusinessFailureAsync);
    }

    private static Task OrderAsync(HttpContext context)
    {
        var id = SandboxAnswer.Route(context, "id");
        var order = Array.Find(SandboxData.Orders, o => string.Equals(o.Id, id, StringComparison.OrdinalIgnoreCase));
        return order is null ? MissingAsync(context, $"There is no order {id}.")
            : FoundAsync(context, new { ret_code = Ok, ret_msg = "ok", item = context.Request.Query["shape"] == "moved" ? Moved(order) : order });
    }

    /// <summary>The same order as the next release of a back end might tell it: the status has moved.</summary>
    private static object Moved(SandboxOrder order) => new
    {
        order.Id, Delivery = new { order.Status, Carrier = "Yunda" }, order.Amount, order.Currency, order.CustomerId, order.Ordered, order.Address, order.Lines,
    };

    private static Task CustomerAsync(HttpContext context)
    {
        var id = SandboxAnswer.Route(context, "id");
        var customer = Array.Find(SandboxData.Customers, c => c.Id == id);
        return customer is null ? MissingAsync(context, $"There is no customer {id}.") : FoundAsync(context, new { ret_code = Ok, ret_msg = "ok", item = customer });
    }

    private static Task CustomersAsync(HttpContext context)
    {
        var tel = Digits(context.Request.Query["tel"].ToString());
        var found = tel.Length == 0 ? SandboxData.Customers : Array.FindAll(SandboxData.Customers, c => Digits(c.Tel).EndsWith(tel, StringComparison.Ordinal));
        return FoundAsync(context, new { ret_code = Ok, ret_msg = "ok", total = found.Length, items = found });
    }

    private static Task BusinessFailureAsync(HttpContext context)
    {
        var code = context.Request.Query["code"].ToString();
        var message = context.Request.Query["message"].ToString();
        return SandboxAnswer.JsonAsync(context, StatusCodes.Status200OK, new
        {
            ret_code = code.Length == 0 ? "100012" : code,
            ret_msg = message.Length == 0 ? "The account is locked; ask the customer to call the bank." : message,
            item = (object?)null,
        });
    }

    private static Task FoundAsync(HttpContext context, object answer)
    {
        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
        return SandboxAnswer.JsonAsync(context, StatusCodes.Status200OK, answer);
    }

    /// <summary>Some back ends say it with the status, others with 200 and a code of their own; both can be had.</summary>
    private static Task MissingAsync(HttpContext context, string message) => SandboxAnswer.JsonAsync(
        context,
        context.Request.Query["envelope"] == "true" ? StatusCodes.Status200OK : StatusCodes.Status404NotFound,
        new { ret_code = NotFound, ret_msg = message, item = (object?)null });

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
