namespace ApiAdmin.Core.Interchange.CopyAs;

/// <summary>What a request can be copied as.</summary>
public enum CopyForm { RawHttp, Curl, CSharp, Python, JavaScript }
