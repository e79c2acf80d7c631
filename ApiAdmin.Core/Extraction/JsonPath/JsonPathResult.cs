using System.Text;
using System.Text.Json;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>What a query matched in a document.</summary>
/// <param name="Problem">The sentence that says which limit was met; then there are no matches. Null when none was.</param>
public sealed record JsonPathResult(IReadOnlyList<JsonPathMatch> Matches, string? Problem);

/// <param name="Place">Null unless it was asked for.</param>
public readonly record struct JsonPathMatch(JsonElement Value, JsonPlace? Place);

/// <summary>Where a value stands in its document.</summary>
public sealed class JsonPlace
{
    private readonly JsonPlace? parent;
    private readonly string? name;
    private readonly int index;

    private JsonPlace(JsonPlace? parent, string? name, int index) => (this.parent, this.name, this.index) = (parent, name, index);

    public static JsonPlace Root { get; } = new(null, null, 0);

    public JsonPlace Member(string member) => new(this, member, 0);

    public JsonPlace Element(int at) => new(this, null, at);

    /// <summary>The same place as names and indexes.</summary>
    public SimplePath ToPath()
    {
        var steps = new List<PathStep>();
        for (var at = this; at.parent is not null; at = at.parent)
        {
            steps.Add(at.name is null ? new IndexStep(at.index) : new NameStep(at.name));
        }

        steps.Reverse();
        return new SimplePath([.. steps]);
    }

    /// <summary>The normalized path (RFC 9535, section 2.7).</summary>
    public override string ToString()
    {
        var builder = new StringBuilder();
        AppendTo(builder);
        return builder.ToString();
    }

    private void AppendTo(StringBuilder builder)
    {
        if (parent is null)
        {
            builder.Append('$');
            return;
        }

        parent.AppendTo(builder);
        if (name is null)
        {
            new IndexStep(index).AppendTo(builder);
        }
        else
        {
            NameStep.AppendQuoted(builder, name);
        }
    }
}
