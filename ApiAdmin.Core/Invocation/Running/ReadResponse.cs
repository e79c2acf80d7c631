using ApiAdmin.Core.Extraction;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>An answer as far as it was read, masked, and what was extracted from it.</summary>
internal sealed record ReadResponse(ReportResponse Report, ExtractionResult? Extraction, string? SpoolId, IReadOnlyList<string> Warnings);
