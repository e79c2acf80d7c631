namespace ApiAdmin.Core.Interchange.CopyAs;

internal static class RequestCopy
{
    public static string Write(CopySource source, CopyForm form) => form switch
    {
        CopyForm.Curl => CurlCopy.Write(source),
        CopyForm.CSharp => CSharpCopy.Write(source),
        CopyForm.Python => PythonCopy.Write(source),
        CopyForm.JavaScript => JavaScriptCopy.Write(source),
        _ => RawCopy.Write(source),
    };
}
