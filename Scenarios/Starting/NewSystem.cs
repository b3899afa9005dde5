using System.Reflection;
using System.Text;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Starting;

/// <summary>The files of a system to start from: a small one with comments, or a copy of another.</summary>
public static class NewSystem
{
    private const string Prefix = "Template/";
    private const string NamedInTemplate = "my-system";

    /// <summary>First line of files of the library: where the schema is from there.</summary>
    private const string SchemaLine = "# yaml-language-server:";

    /// <summary>A small system with a scenario, each with comments.</summary>
    /// <param name="folder">It is called like the folder that it is written into.</param>
    public static IReadOnlyList<StartingFile> Small(string folder)
    {
        var home = Assembly.GetExecutingAssembly();
        var name = IdOf(folder);
        return
        [
            .. home.GetManifestResourceNames().Select(resource => (Resource: resource, Name: resource.Replace('\\', '/')))
                .Where(file => file.Name.StartsWith(Prefix, StringComparison.Ordinal)).OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => new StartingFile(file.Name[Prefix.Length..],
                    Encoding.UTF8.GetBytes(TextOf(home, file.Resource).Replace(NamedInTemplate, name, StringComparison.Ordinal)))),
        ];
    }

    /// <summary>What a system in a folder is to be called; where the folder's name is no id, a name that is.</summary>
    public static string IdOf(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return NameText.IsPlain(name) && char.IsLetter(name[0]) ? name : NamedInTemplate;
    }

    /// <summary>
    /// All files of a system, as they are, with those beside it that commands read and the shared tables that it takes: nothing in the copy changes when the
    /// library does. Its main file is called as that of a folder is.
    /// </summary>
    /// <param name="idOrPath">An id of the library, a folder or a YAML file.</param>
    public static IReadOnlyList<StartingFile> CopyOf(SystemFiles files, string idOrPath)
    {
        var main = SystemReader.MainFileOf(idOrPath);
        var beside = SystemReader.FilesBeside(idOrPath).ToList();
        if (files.Sources.BytesOf(SystemFolder.Sensitivity) is { } tried)
        {
            beside.Add(new InputFile(SystemFolder.Sensitivity, tried));
        }

        return
        [
            .. SystemReader.WholeOf(files, idOrPath).Concat(beside).DistinctBy(file => file.Name).OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => new StartingFile(file.Name == main ? SystemFolder.MainFile : file.Name, Content(file, idOrPath))),
        ];
    }

    /// <summary>
    /// The line that says where the schema lies would lead nowhere from a copy; in its place stands where the copy is from, so that lines keep their numbers.
    /// </summary>
    private static byte[] Content(InputFile file, string from)
    {
        var text = file.Name.EndsWith(SystemFolder.Yaml, StringComparison.Ordinal) ? Encoding.UTF8.GetString(file.Bytes) : "";
        return text.StartsWith(SchemaLine, StringComparison.Ordinal) && text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end
            ? Encoding.UTF8.GetBytes($"# From {from}/{file.Name} of FlowSim." + text[end..])
            : file.Bytes;
    }

    private static string TextOf(Assembly home, string resource)
    {
        using var reader = new StreamReader(home.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
