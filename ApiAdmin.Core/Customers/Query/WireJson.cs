using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>How answers are written: UTF-8 as it is, nothing escaped that JSON does not demand.</summary>
internal static class WireJson
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    // What is written is well-formed by construction, and lives from a database that holds well-formed UTF-8 only.
    public static readonly JsonWriterOptions Options = new() { Encoder = Encoder, SkipValidation = true };
}
