using System.Text.Json.Nodes;

namespace ApiAdmin.Web.Operations.OpenApi;

/// <summary>Bodies that work as they stand, by operation.</summary>
internal static class Examples
{
    private const string Definition = """
        {
          "schema": "apiadmin.definition/1",
          "key": "order-status", "name": "Order status", "category": "Orders",
          "method": "GET", "url": "{{system.sandbox.url}}/orders/{orderId}",
          "parameters": [ { "name": "orderId", "in": "path", "required": true, "example": "A-1001", "value": { "from": "caller" } } ],
          "outputs": [ { "name": "status", "path": "$.item.status", "required": true } ],
          "success": { "rules": [ { "path": "$.ret_code", "op": "eq", "value": "000000" } ], "notFound": { "status": [ "404" ] }, "message": "$.ret_msg" }
        }
        """;

    public static JsonNode? OfRequest(string? operationId) => operationId switch
    {
        "createApi" or "updateApi" => JsonNode.Parse(Definition),
        "testApi" => JsonNode.Parse("""{ "inputs": { "orderId": "A-1001" } }"""),
        "putSecret" => JsonNode.Parse("""{ "value": "the token", "hosts": [ "crm.example.com" ] }"""),
        _ => null,
    };
}
