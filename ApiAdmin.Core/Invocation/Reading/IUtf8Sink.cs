namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>Takes a body's text as UTF-8 while it arrives; chunks end anywhere, also within a character.</summary>
public interface IUtf8Sink
{
    /// <summary>False when nothing more is needed, which ends the reading early where the definition asks for that.</summary>
    bool Write(ReadOnlySpan<byte> utf8);
}
