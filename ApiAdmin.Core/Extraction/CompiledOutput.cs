using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction;

/// <summary>An output with its path parsed.</summary>
internal sealed class CompiledOutput
{
    public CompiledOutput(OutputParam param, PathSlots slots)
    {
        Param = param;
        if (param.From == OutputSource.Json)
        {
            var parsed = SimplePath.Parse(param.Path);
            (Path, PathError, Slot) = (parsed.Path, parsed.Error, slots.Of(parsed.Path));
        }
    }

    public OutputParam Param { get; }

    public SimplePath? Path { get; }

    public PathError? PathError { get; }

    /// <summary>Where its JSON value is captured; null for other sources and for a path that cannot be read.</summary>
    public int? Slot { get; }
}
