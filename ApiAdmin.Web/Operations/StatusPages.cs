namespace ApiAdmin.Web.Operations;

/// <summary>
/// A page request that ends in a bare status gets the app around it, which then says in the page's place what is the
/// matter. Routing has to stand after it, or the second walk would find no page.
/// </summary>
public static class StatusPages
{
    public static void UseStatusPages(this WebApplication app) => app.UseWhen(
        context => HttpMethods.IsGet(context.Request.Method) && Paths.ForPeople(context.Request),
        branch => branch.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
}
