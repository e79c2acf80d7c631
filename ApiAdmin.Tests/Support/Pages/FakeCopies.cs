using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Interchange.CopyAs;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Says only which form of which request was asked for.</summary>
internal sealed class FakeCopies : ICopyService
{
    public Task<string> CopyAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, CopyForm form, CancellationToken cancellationToken) =>
        Task.FromResult($"{form} of {definition.Url}");
}
