using ApiAdmin.Core.Access;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>One run through a file: whose, how, and what ids are kept for it from a run before.</summary>
internal sealed record ImportPass(Guid Id, Actor Actor, ImportSettings Settings, bool DryRun, (long Next, long Last) Ids);
