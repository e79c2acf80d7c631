using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Interchange.CopyAs;

/// <summary>Python with requests.</summary>
internal static class PythonCopy
{
    public static string Write(CopySource source)
    {
        var code = new StringBuilder("import requests\n\nresponse = requests.request(\n");
        code.Append(CultureInfo.InvariantCulture, $"    {Literals.Escaped(source.Method)},\n    {Literals.Escaped(source.Url)},\n    headers={{\n");
        foreach (var (name, value, _) in source.Headers)
        {
            code.Append(CultureInfo.InvariantCulture, $"        {Literals.Escaped(name)}: {Literals.Escaped(value)},\n");
        }

        code.Append("    },\n");
        if (source.Basic is { } basic)
        {
            code.Append(CultureInfo.InvariantCulture, $"    auth=({Literals.Escaped(basic.User)}, {Literals.Escaped(basic.Password)}),\n");
        }

        if (source.HasBody)
        {
            code.Append(source.BodyIsBinary ? "    data=open(\"request-body\", \"rb\"),\n" : $"    data={Literals.Escaped(source.Body!)}.encode(\"utf-8\"),\n");
        }

        code.Append("    timeout=30,\n    allow_redirects=False,\n)\nprint(response.status_code)\nprint(response.text)");
        return code.ToString();
    }
}
