using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Web.Invocation.Sandbox;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Operations;

/// <summary>Asks every section whether it can be used, before anything is built on it: one refusal names all that is wrong.</summary>
public static class SettingsCheck
{
    /// <exception cref="StartRefusedException">Some settings cannot be used; one line each.</exception>
    public static void Demand(IConfiguration configuration, IHostEnvironment environment)
    {
        List<string> problems =
        [
            .. Collect(() => StorageOptions.Read(configuration)),
            .. Collect(() => SandboxRegistration.IsEnabled(configuration, environment)),
            .. Bound(configuration, new WebOptionsValidator()),
            .. Bound(configuration.GetSection(OutboundOptions.Section), new OutboundOptionsValidator()),
            .. SecondFactor(configuration),
            .. Numbers(configuration),
        ];
        if (problems.Count > 0)
        {
            throw new StartRefusedException(string.Join(Environment.NewLine, problems));
        }
    }

    private static IEnumerable<string> Bound<T>(IConfiguration section, IValidateOptions<T> validator)
        where T : class, new()
    {
        try
        {
            return validator.Validate(null, section.Get<T>() ?? new T()).Failures ?? [];
        }
        catch (InvalidOperationException exception)
        {
            // The binder names the setting and the value.
            return [exception.Message];
        }
    }

    private static string[] Collect(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (Exception exception) when (exception is StartRefusedException or InvalidOperationException)
        {
            return exception.Message.Split(Environment.NewLine);
        }
    }

    private static string[] SecondFactor(IConfiguration configuration) =>
        configuration[SecondFactorRule.Setting] is { Length: > 0 } text && !bool.TryParse(text, out _)
            ? [$"{SecondFactorRule.Setting} is '{text}'; it must be true or false."]
            : [];

    private static IEnumerable<string> Numbers(IConfiguration configuration) =>
        new (string Name, int Least, int Most)[] { ("History:RetentionDays", 1, 3_650), ("CallLog:RetentionDays", 1, 3_650), (StartUp.DrainSetting, 0, 25) }
            .Select(setting => (setting, Text: configuration[setting.Name]))
            .Where(entry => !string.IsNullOrEmpty(entry.Text)
                && !(int.TryParse(entry.Text, out var number) && number >= entry.setting.Least && number <= entry.setting.Most))
            .Select(entry => $"{entry.setting.Name} is '{entry.Text}'; set it to a number from {entry.setting.Least} to {entry.setting.Most}.");
}
