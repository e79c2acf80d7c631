using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Sections;

/// <summary>A value of a test case as a field: an input, or an output that is expected.</summary>
public sealed record CaseValue(string Name, ParamType Type, bool Sensitive);
