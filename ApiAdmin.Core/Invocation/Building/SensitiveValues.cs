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
        var texts = new[] { request.Target }.Concat(request.Headers.Select(h => h.Value))
            .Concat(request.Body?.Parts.OfType<TextBodyPart>().Select(p => p.Text) ?? []);
        var inPlace = texts.SelectMany(t => t.Parts).Where(p => p.Kind == TextPartKind.Sensitive).Select(p => p.Text);
        return [.. ofSecrets.Concat(OfInputs(inputs)).Concat(inPlace).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Of a run whose request could not be built at all: every secret it may use, and every sensitive input.</summary>
    public static IReadOnlyList<string> OfUnbuilt(CheckedInputs inputs, IReadOnlyDictionary<string, RevealedSecret> secrets) =>
        [.. secrets.Values.Select(secret => secret.Value).Concat(OfInputs(inputs)).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> OfInputs(CheckedInputs inputs) =>
        inputs.Values.Values.Where(value => value.Text.IsSensitive).Select(value => value.Text.Reveal());

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
