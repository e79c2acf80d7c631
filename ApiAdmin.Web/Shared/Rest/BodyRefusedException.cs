using ApiAdmin.Core;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>A body that is not read at all: of another media type, or too large.</summary>
public sealed class BodyRefusedException(ProblemKind kind, string path, string code, string message) : ProblemException(kind.Code, message)
{
    public static BodyRefusedException MediaType() =>
        new(ProblemKind.UnsupportedMediaType, "Content-Type", FindingCodes.Malformed, "Send the body as Content-Type: application/json in UTF-8.");

    public override IReadOnlyList<Finding> Findings { get; } = [new(path, code, message)];
}
