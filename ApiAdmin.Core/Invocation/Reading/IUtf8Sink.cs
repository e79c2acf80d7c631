namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>Takes a body's text as UTF-8 while it arrives; chunks end anywhere, also within a character.</summary>
internal interface IUtf8Sink
{
    /// <summary>Nothing more is needed; the reading may end.</summary>
    bool HasEnough { get; }

    ValueTask WriteAsync(ReadOnlyMemory<byte> utf8);
}
