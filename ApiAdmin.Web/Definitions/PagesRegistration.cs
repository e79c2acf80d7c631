using ApiAdmin.Web.Definitions.List;
using ApiAdmin.Web.Definitions.Trash;
using ApiAdmin.Web.Definitions.Unsaved;
using ApiAdmin.Web.Interchange;
using ApiAdmin.Web.Invocation.BuiltIn;
using ApiAdmin.Web.Invocation.History;
using ApiAdmin.Web.Invocation.Panel;
using ApiAdmin.Web.Invocation.Panel.Compare;

namespace ApiAdmin.Web.Definitions;

public static class PagesRegistration
{
    /// <summary>What the API screens need beside Core's services.</summary>
    public static IServiceCollection AddApiPages(this IServiceCollection services) =>
        services.AddScoped<ApiPageServices>().AddScoped<TrashUndo>().AddScoped<StarSwitch>().AddScoped<ApiDuplication>().AddScoped<PendingPaste>().AddScoped<HistoryRerun>().AddScoped<AnswerBefore>().AddSingleton<RememberedInputs>().AddSingleton<RealCalls>()
            .AddScoped<BrowserTab>().AddSingleton<OpenForms>().AddSingleton<BuiltInListing>().AddTransient<UnsavedKeeper>();
}
