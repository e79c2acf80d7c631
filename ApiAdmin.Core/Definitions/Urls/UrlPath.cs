namespace ApiAdmin.Core.Definitions.Urls;

/// <summary>The path with its <c>{name}</c>s.</summary>
internal static class UrlPath
{
    public static ValueList<PathPart> Parse(string url, int start, int end, List<UrlFault> faults)
    {
        var parts = new List<PathPart>();
        var position = start;
        while (position < end)
        {
            var brace = url.AsSpan(position, end - position).IndexOfAny('{', '}');
            var literalEnd = brace < 0 ? end : position + brace;
            if (literalEnd > position)
            {
                parts.Add(new PathLiteral(url[position..literalEnd]));
            }

            if (brace < 0)
            {
                break;
            }

            position = ReadName(url, literalEnd, end, parts, faults);
        }

        CheckDotSegments(url[start..end], faults);
        return parts.ToValueList();
    }

    /// <returns>Where reading goes on.</returns>
    private static int ReadName(string url, int brace, int end, List<PathPart> parts, List<UrlFault> faults)
    {
        if (url[brace] == '}')
        {
            faults.Add(new(FindingCodes.Malformed, $"The \"}}\" at column {brace + 1} has no \"{{\" before it; remove it or write {{name}}."));
            return brace + 1;
        }

        if (brace + 1 < end && url[brace + 1] == '{')
        {
            faults.Add(new(FindingCodes.NotAllowed, $"\"{{{{\" at column {brace + 1}: in a URL only {UrlTemplate.SandboxPrefix} at the very beginning is allowed; write {{name}} and add a path param of that name."));
            return url.IndexOf("}}", brace, end - brace, StringComparison.Ordinal) is >= 0 and var close ? close + 2 : end;
        }

        var closing = url.AsSpan(brace + 1, end - brace - 1).IndexOf('}');
        if (closing < 0)
        {
            faults.Add(new(FindingCodes.Malformed, $"The \"{{\" at column {brace + 1} is never closed; write {{name}}."));
            return end;
        }

        var name = url.Substring(brace + 1, closing);
        if (name.Trim().Length != name.Length || name.Length == 0 || name.AsSpan().IndexOfAny('{', '/') >= 0)
        {
            faults.Add(new(FindingCodes.Malformed, $"{Quoted.Text("{" + name + "}")} at column {brace + 1} holds no proper name; write {{name}}, with no space, slash or brace in the name."));
        }
        else
        {
            parts.Add(new PathName(name, brace + 1));
        }

        return brace + closing + 2;
    }

    private static void CheckDotSegments(string path, List<UrlFault> faults)
    {
        foreach (var segment in path.Split('/'))
        {
            if (segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..")
            {
                faults.Add(new(FindingCodes.NotAllowed, $"The path segment {Quoted.Text(segment)} is read differently by every server; write the path it leads to."));
            }
        }
    }
}
