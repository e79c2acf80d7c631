using System.Runtime.CompilerServices;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>A definition's outputs and rules compiled once, kept as long as the definition itself is.</summary>
public sealed class CompiledDefinitions
{
    private readonly ConditionalWeakTable<ApiDefinition, CompiledDefinition> kept = [];

    public CompiledDefinition Of(ApiDefinition definition) => kept.GetValue(definition, CompiledDefinition.Compile);
}
