using ApiAdmin.Core.Data;
using Mapster;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>Rows of APIs to what lists and callers see.</summary>
public sealed class DefinitionMapping : IRegister
{
    internal static TypeAdapterConfig Config { get; } = Create();

    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<ApiRow, ApiSummary>().Ignore(summary => summary.IsBuiltIn);
        config.NewConfig<(ApiRow Row, ApiDefinition Definition), StoredApi>().MapWith(source => new StoredApi
        {
            Definition = source.Definition,
            Tag = StoredDefinition.Tag(source.Row),
            CreatedAt = source.Row.CreatedAt,
            CreatedBy = source.Row.CreatedBy,
            UpdatedAt = source.Row.UpdatedAt,
            UpdatedBy = source.Row.UpdatedBy,
        });
    }

    private static TypeAdapterConfig Create()
    {
        var config = new TypeAdapterConfig();
        new DefinitionMapping().Register(config);
        config.Compile();
        return config;
    }
}
