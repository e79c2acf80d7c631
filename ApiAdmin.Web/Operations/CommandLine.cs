namespace ApiAdmin.Web.Operations;

/// <summary>The verbs of the program.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Program.Create(args);
        await app.RunAsync();
        return 0;
    }
}
