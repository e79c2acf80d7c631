using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>Files that a command names: nobody can read them here, so each becomes an input.</summary>
internal sealed class CurlFiles(List<CurlNote> notes)
{
    private readonly List<FileInput> all = [];

    public ValueList<FileInput> All => [.. all];

    /// <returns>The input's name.</returns>
    public string Input(string path)
    {
        if (all.Find(file => file.Path == path) is { } known)
        {
            return known.Input;
        }

        var last = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        var bare = string.Concat(last.Select(c => char.IsLetterOrDigit(c) || c is '_' or '-' ? c : '_')).Trim('_', '-');
        var name = bare.Length == 0 ? "file" : bare;
        for (var number = 2; all.Exists(file => file.Input == name); number++)
        {
            name = $"{bare}{number}";
        }

        all.Add(new FileInput(name, path));
        var what = path == "-" ? "What is piped into the command" : $"The file {Quoted.Text(path)}";
        notes.Add(new CurlNote("@" + path, $"{what} is not part of the text, so its content is the input {Quoted.Text(name)} now. Give it when you run the API."));
        return name;
    }
}
