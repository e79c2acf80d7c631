namespace ApiAdmin.Web.Operations;

/// <summary>Where settings come from: appsettings.json beside the program, then the environment, then the command line.</summary>
public static class HostSettings
{
    public static WebApplicationBuilder CreateBuilder(IReadOnlyList<string> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // The settings file is linked to the output, and a content root of its own directory keeps the start from
            // scanning whatever the working directory holds.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(HostSettings).Assembly.GetName().Name,
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. settings],
        });

        // By default only in Development; elsewhere a build that was not published would have no style sheet.
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }
}
