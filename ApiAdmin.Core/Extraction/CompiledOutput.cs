using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction;

/// <summary>An output with its path parsed.</summary>
internal sealed class CompiledOutput
{
    public CompiledOutput(OutputParam param, PathSlots slots)
    {
        Param = param;
        if (param.From == OutputSource.Json)
        {
            var parsed = JsonPathQuery.Parse(param.Path);
            (Path, PathError) = (slots.Of(parsed.Path), parsed.Error);
        }
    }

    public OutputParam Param { get; }

    /// <summary>Null for other sources and for a path that cannot be read.</summary>
    public CompiledPath? Path { get; }

    public PathError? PathError { get; }
}
