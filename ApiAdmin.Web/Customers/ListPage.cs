using ApiAdmin.Core;
using ApiAdmin.Web.Shared.Rest;

namespace ApiAdmin.Web.Customers;

/// <summary>Which page of a short list is asked for.</summary>
internal sealed record ListPage(int Page, int Size)
{
    public static ListPage Read(HttpRequest request)
    {
        var query = new QueryReader(request, "page", "pageSize");
        var page = new ListPage(
            query.Number("page", 1, 1, int.MaxValue / PagedList<object>.LargestPage), query.Number("pageSize", PagedList<object>.LargestPage, 1, PagedList<object>.LargestPage));
        query.DemandGood();
        return page;
    }

    public PagedList<T> Of<T>(IEnumerable<T> all, int total) => all.ToPage(Page, Size, total);
}
