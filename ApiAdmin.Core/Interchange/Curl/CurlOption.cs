namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>One option of curl.</summary>
/// <param name="Short">Its letter, or null.</param>
/// <param name="Takes">A value follows.</param>
/// <param name="Note">What to tell a person, with the cure; null when it shapes the request or has no bearing on it.</param>
internal sealed record CurlOption(string Name, char? Short, bool Takes, string? Note)
{
    /// <summary>As a person would write it.</summary>
    public string Shown => $"--{Name}";
}
