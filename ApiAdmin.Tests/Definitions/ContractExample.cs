namespace ApiAdmin.Tests.Definitions;

/// <summary>The definition that the contract prints, word for word.</summary>
internal static class ContractExample
{
    public const string Json =
        """
        {
          "schema": "apiadmin.definition/1",
          "key": "order-status", "name": "Order status", "description": "", "category": "Orders",
          "method": "POST", "url": "https://crm.example.com/v1/orders/{orderId}",
          "headers":    [ { "name": "X-Tenant", "enabled": true, "value": { "from": "constant", "value": "acme" } } ],
          "parameters": [
            { "name": "orderId", "in": "path",  "type": "string", "required": true, "example": "A-1001", "value": { "from": "caller" } },
            { "name": "tel",     "in": "query", "type": "string", "required": false, "default": null, "normalize": "e164", "value": { "from": "system", "name": "call.from" } },
            { "name": "order.amount", "in": "body", "type": "number", "required": false, "sensitive": false, "description": "", "value": { "from": "caller", "input": "amount" } } ],
          "body": { "kind": "json", "template": null, "contentType": null },
          "auth": { "kind": "bearer", "secret": "orders-token" },
          "response": { "kind": "auto", "charset": null, "stopEarly": false },
          "outputs": [
            { "name": "status", "from": "json", "path": "$.item.status", "type": "string", "required": true, "default": null, "sensitive": false },
            { "name": "requestId", "from": "header", "path": "X-Request-Id", "type": "string" } ],
          "success": {
            "status": [ "2xx" ], "match": "all",
            "rules": [ { "path": "$.ret_code", "op": "eq", "value": "000000" } ],
            "notFound": { "status": [ "404" ], "rules": [ { "path": "$.ret_code", "op": "eq", "value": "404001" } ] },
            "message": "$.ret_msg" },
          "limits": { "timeoutMs": 5000, "maxBodyBytes": 2097152, "followRedirects": 0 },
          "samples": [], "cases": []
        }
        """;
}
