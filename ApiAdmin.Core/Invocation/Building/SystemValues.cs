using System.Globalization;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>The system variables of one request: all of one moment, <c>uuid</c> the same wherever it is used.</summary>
internal sealed class SystemValues(TimeProvider time, ISandboxAddress sandbox)
{
    private readonly DateTimeOffset now = time.GetUtcNow();
    private string? uuid;

    /// <summary>The value, or null with the reason when there is none.</summary>
    public ResolvedValue? Of(string name, out string problem)
    {
        problem = name == SystemVariables.SandboxUrl
            ? "The sandbox is off, so {{system.sandbox.url}} has no value. Switch it on (Sandbox:Enabled) or use another URL."
            : $"There is no system variable \"{name}\". Known are {string.Join(", ", SystemVariables.Always)}.";
        return name switch
        {
            "now" => Text(now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            "today" => Text(now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            "uuid" => Text(uuid ??= Guid.CreateVersion7(now).ToString()),
            "unixSeconds" => Number(now.ToUnixTimeSeconds()),
            "unixMillis" => Number(now.ToUnixTimeMilliseconds()),
            SystemVariables.SandboxUrl => sandbox.Url is { } url ? Text(url) : null,
            _ => null,
        };
    }

    private static ResolvedValue Text(string text) => new(ParamType.String, MaskedText.Plain(text));

    private static ResolvedValue Number(long number) =>
        new(ParamType.Integer, MaskedText.Plain(number.ToString(CultureInfo.InvariantCulture)));
}
