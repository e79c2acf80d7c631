namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>Something of the command that comes out differently here, with what to do about it.</summary>
/// <param name="Subject">The option, header or part it is about.</param>
public sealed record CurlNote(string Subject, string Message);
