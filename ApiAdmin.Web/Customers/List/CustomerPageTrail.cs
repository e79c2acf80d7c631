namespace ApiAdmin.Web.Customers.List;

/// <summary>
/// Which page of the list led to which, as long as somebody's window lives: a cursor says only what comes after it. A page that was opened
/// by its address knows no page before it, but for the second.
/// </summary>
public sealed class CustomerPageTrail
{
    private const int Most = 1_000;

    private readonly Dictionary<CustomerListQuery, CustomerListQuery> before = [];
    private readonly Queue<CustomerListQuery> oldest = [];

    public void Keep(CustomerListQuery page, string? next)
    {
        if (page.After(next) is { } after && before.TryAdd(after, page))
        {
            oldest.Enqueue(after);
            if (oldest.Count > Most)
            {
                before.Remove(oldest.Dequeue());
            }
        }
    }

    public CustomerListQuery? Before(CustomerListQuery page) => page.Page switch
    {
        <= 1 => null,
        2 => page.FirstPage,
        _ => before.GetValueOrDefault(page),
    };
}
