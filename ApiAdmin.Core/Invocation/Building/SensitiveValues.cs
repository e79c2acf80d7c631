using ApiAdmin.Core.Access;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>Gathers what must be masked wherever the other side echoes it.</summary>
internal static class SensitiveValues
{
    public static IReadOnlyList<string> Of(BuiltRequest request, CheckedInputs inputs, IReadOnlyDictionary<string, RevealedSecret> secrets)
    {
        if (!Any(request, inputs))
        {
            return [];
        }

        var ofSecrets = request.Secrets.Select(used => secrets[used.Name].Value);
        var ofInputs = inputs.Values.Values.Where(value => value.Text.IsSensitive).Select(value => value.Text.Reveal());
        var texts = new[] { request.Target }.Concat(request.Headers.Select(h => h.Value))
            .Concat(request.Body?.Parts.OfType<TextBodyPart>().Select(p => p.Text) ?? []);
        var inPlace = texts.SelectMany(t => t.Parts).Where(p => p.Kind == TextPartKind.Sensitive).Select(p => p.Text);
        return [.. ofSecrets.Concat(ofInputs).Concat(inPlace).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static bool Any(BuiltRequest request, CheckedInputs inputs)
    {
        if (request.Secrets.Count > 0 || request.Target.IsSensitive)
        {
            return true;
        }

        foreach (var value in inputs.Values.Values)
        {
            if (value.Text.IsSensitive)
            {
                return true;
            }
        }

        foreach (var header in request.Headers)
        {
            if (header.Value.IsSensitive)
            {
                return true;
            }
        }

        foreach (var part in request.Body?.Parts ?? [])
        {
            if (part is TextBodyPart { Text.IsSensitive: true })
            {
                return true;
            }
        }

        return false;
    }
}
