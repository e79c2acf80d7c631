namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>
/// Reads the portable form <c>apiadmin.definition/1</c>: its shape only. Whether the definition makes sense is
/// <see cref="Validation.DefinitionValidator"/>'s question.
/// </summary>
public static class DefinitionReader
{
    public static JsonReading<ApiDefinition> Read(string json) => StrictJson.Read<ApiDefinition>(json);

    public static JsonReading<ApiDefinition> Read(ReadOnlyMemory<byte> utf8) => StrictJson.Read<ApiDefinition>(utf8);
}
