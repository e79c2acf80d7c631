using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Interchange.CopyAs;

/// <summary>JavaScript with fetch, as Node.js runs it.</summary>
internal static class JavaScriptCopy
{
    public static string Write(CopySource source)
    {
        var code = new StringBuilder(source.BodyIsBinary ? "import { readFile } from \"node:fs/promises\";\n\n" : "");
        code.Append(CultureInfo.InvariantCulture, $"const response = await fetch({Literals.Escaped(source.Url)}, {{\n  method: {Literals.Escaped(source.Method)},\n  redirect: \"manual\",\n  headers: {{\n");
        foreach (var (name, value, _) in source.Headers)
        {
            code.Append(CultureInfo.InvariantCulture, $"    {Literals.Escaped(name)}: {Literals.Escaped(value)},\n");
        }

        if (source.Basic is { } basic)
        {
            code.Append(CultureInfo.InvariantCulture, $"    \"Authorization\": \"Basic \" + btoa({Literals.Escaped($"{basic.User}:{basic.Password}")}),\n");
        }

        code.Append("  },\n");
        if (source.HasBody)
        {
            code.Append(source.BodyIsBinary ? "  body: await readFile(\"request-body\"),\n" : $"  body: {Literals.Escaped(source.Body!)},\n");
        }

        code.Append("});\nconsole.log(response.status);\nconsole.log(await response.text());");
        return code.ToString();
    }
}
