namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>Hands on each phase at once; <see cref="Progress{T}"/> would queue them to whatever context it was made in.</summary>
internal sealed class PhaseProgress(Action<string> started) : IProgress<string>
{
    public void Report(string value) => started(value);
}
