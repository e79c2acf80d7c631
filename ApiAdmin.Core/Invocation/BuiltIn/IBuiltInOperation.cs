using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.BuiltIn;

/// <summary>
/// Something ApiAdmin itself answers that stands beside the described APIs: it has params and outputs like one, runs through the same
/// engine and ends in the same report, but nothing goes over a network, and nobody edits it.
/// </summary>
public interface IBuiltInOperation
{
    /// <summary>In the key's place; no API may have it.</summary>
    string Key { get; }

    /// <summary>What reading its answer as it is demands; others get it masked.</summary>
    Operation Unmasked { get; }

    /// <summary>Where it answers over HTTP, from the address of this installation on.</summary>
    string Path { get; }

    /// <param name="url">Where it answers over HTTP, as whoever looks at it reaches this installation.</param>
    /// <param name="masked">The params that carry personal values are sensitive then, so that no report shows them.</param>
    Task<ApiDefinition> DescribeAsync(string url, bool masked, CancellationToken cancellationToken);

    /// <param name="inputs">As texts, checked already.</param>
    /// <returns>JSON.</returns>
    Task<ReadOnlyMemory<byte>> AnswerAsync(IReadOnlyDictionary<string, string> inputs, bool masked, CancellationToken cancellationToken);
}
