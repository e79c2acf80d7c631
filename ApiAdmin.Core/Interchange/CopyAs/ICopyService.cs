using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.CopyAs;

/// <summary>A draft's request as text that runs elsewhere.</summary>
public interface ICopyService
{
    /// <summary>The request the draft would send with these inputs; each secret stands as its name in angle brackets.</summary>
    /// <returns>Empty when the request cannot be built.</returns>
    [Demands(Operation.TestApis)]
    Task<string> CopyAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, CopyForm form, CancellationToken cancellationToken);
}
