using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>A member that may hold any JSON: only what no later step could handle is refused in it.</summary>
internal static class AnyValue
{
    public static void Check(JsonElement element, string path, FindingList findings)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                ScalarShape.CheckText(element, path, findings);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Check(item, MemberPath.Item(path, index++), findings);
                }

                break;
            case JsonValueKind.Object:
                foreach (var (name, value) in MemberNames.Of(element, path, findings))
                {
                    Check(value, MemberPath.Member(path, name), findings);
                }

                break;
        }
    }
}
