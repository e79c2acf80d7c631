namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>What every verb is given: the settings of the command line, and where to read and talk.</summary>
public sealed record VerbContext(IReadOnlyList<string> Settings, VerbConsole Console);
