using Microsoft.Extensions.Localization;

namespace ApiAdmin.Web.App;

/// <summary>Resource files as always, seen through <see cref="PseudoLocalizer"/>, which only acts in its own culture.</summary>
public sealed class PseudoLocalizerFactory(ResourceManagerStringLocalizerFactory inner) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new PseudoLocalizer(inner.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new PseudoLocalizer(inner.Create(baseName, location));
}
