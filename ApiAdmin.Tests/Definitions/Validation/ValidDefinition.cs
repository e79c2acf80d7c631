using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Reading;

namespace ApiAdmin.Tests.Definitions.Validation;

/// <summary>The smallest definition that is in order, to break one thing of at a time.</summary>
internal static class ValidDefinition
{
    public static ApiDefinition Create() => new() { Key = "order-status", Name = "Order status", Url = "https://crm.example.com/v1/orders" };

    /// <summary>The same with the JSON members given; members named twice take the later.</summary>
    public static ApiDefinition With(string members)
    {
        var json = $$"""{"key":"order-status","name":"Order status","url":"https://crm.example.com/v1/orders",{{members}}}""";
        var merged = System.Text.Json.Nodes.JsonNode.Parse("{}")!.AsObject();
        using var document = System.Text.Json.JsonDocument.Parse(json);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            merged[member.Name] = System.Text.Json.Nodes.JsonNode.Parse(member.Value.GetRawText());
        }

        return DefinitionReader.Read(merged.ToJsonString()).Demand();
    }
}
