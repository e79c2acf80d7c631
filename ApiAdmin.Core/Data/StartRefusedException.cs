namespace ApiAdmin.Core.Data;

/// <summary>The program must not start as things stand; the sentence says why and what to do. Not a bug of ours.</summary>
public sealed class StartRefusedException(string detail) : ProblemException("start-refused", detail);
