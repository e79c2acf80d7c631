using Microsoft.Extensions.Options;

namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>Holds the start until every outbound setting can be used; all findings at once, each naming its setting.</summary>
public sealed class OutboundOptionsValidator : IValidateOptions<OutboundOptions>
{
    private const int LongestTimeoutMs = 600_000;

    public ValidateOptionsResult Validate(string? name, OutboundOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(OutboundOptions options)
    {
        for (var i = 0; i < options.Allow.Count; i++)
        {
            if (!AllowRule.TryParse(options.Allow[i], out _, out var problem))
            {
                yield return $"Outbound:Allow:{i} is \"{options.Allow[i]}\": {problem}";
            }
        }

        if (!string.IsNullOrWhiteSpace(options.Proxy) && !IsProxy(options.Proxy))
        {
            yield return $"Outbound:Proxy is \"{options.Proxy}\": write it as http://host:port without a user name, or leave it empty for none.";
        }

        if (options.DefaultTimeoutMs < 1)
        {
            yield return $"Outbound:DefaultTimeoutMs is {options.DefaultTimeoutMs}: it must be at least 1.";
        }

        if (options.MaxTimeoutMs is < 1 or > LongestTimeoutMs)
        {
            yield return $"Outbound:MaxTimeoutMs is {options.MaxTimeoutMs}: it must be from 1 to {LongestTimeoutMs}.";
        }
        else if (options.DefaultTimeoutMs > options.MaxTimeoutMs)
        {
            yield return $"Outbound:DefaultTimeoutMs is {options.DefaultTimeoutMs}, above Outbound:MaxTimeoutMs {options.MaxTimeoutMs}: lower the first or raise the second.";
        }
    }

    private static bool IsProxy(string proxy) =>
        Uri.TryCreate(proxy, UriKind.Absolute, out var uri) && uri.Scheme == "http" && uri.UserInfo.Length == 0 && uri.AbsolutePath == "/";
}
