using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Extraction;

internal static class OutputSecrecy
{
    /// <summary>A cookie and the headers that carry credentials are masked whether or not somebody marked the output.</summary>
    public static bool IsSecret(this OutputParam param) => param.Sensitive
        || param.From == OutputSource.Cookie
        || (param.From == OutputSource.Header && Redactor.IsCredential(param.Path));
}
