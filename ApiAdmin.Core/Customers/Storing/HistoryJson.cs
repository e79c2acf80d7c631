using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiAdmin.Core.Customers.Storing;

internal static class HistoryJson
{
    // Read back by this program only; escaping every Chinese letter would treble it.
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
