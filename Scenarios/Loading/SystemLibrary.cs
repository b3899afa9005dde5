using System.Reflection;

namespace FlowSim.Scenarios.Loading;

/// <summary>The systems that come with FlowSim: files embedded in the build under <c>Library/ID/…</c>.</summary>
public static class SystemLibrary
{
    private const string Prefix = "Library/";
    private static readonly Assembly Home = typeof(SystemLibrary).Assembly;

    /// <summary>Ids of the systems, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. ResourceNames().Where(name => name.EndsWith("/" + SystemFolder.MainFile, StringComparison.Ordinal) && name.Count(sign => sign == '/') == 2)
            .Select(name => name.Split('/')[1])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All folders of the library, those of shared tables too, in ordinal order.</summary>
    internal static IReadOnlyList<string> Folders { get; } = [.. ResourceNames().Select(name => name.Split('/')[1]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The files of a system of the library, in ordinal order of their names.</summary>
    internal static IReadOnlyList<InputFile> FilesOf(string id) => FilesOf(id, SystemFolder.IsPart);

    /// <summary>The files beside them that a command may name or a person reads.</summary>
    internal static IReadOnlyList<InputFile> FilesBeside(string id) => FilesOf(id, SystemFolder.IsCompany);

    private static IReadOnlyList<InputFile> FilesOf(string id, Func<string, bool> isWanted)
    {
        var start = Prefix + id + "/";
        return
        [
            .. Home.GetManifestResourceNames()
                .Select(resource => (Resource: resource, Name: resource.Replace('\\', '/')))
                .Where(pair => pair.Name.StartsWith(start, StringComparison.Ordinal) && isWanted(pair.Name[start.Length..]))
                .Select(pair => new InputFile(pair.Name[start.Length..], Bytes(Home.GetManifestResourceStream(pair.Resource)!)))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>One file of a system; null if there is none of that name.</summary>
    internal static Stream? Open(string id, string file) =>
        Array.Find(Home.GetManifestResourceNames(), resource => resource.Replace('\\', '/') == $"{Prefix}{id}/{file}") is { } found
            ? Home.GetManifestResourceStream(found)
            : null;

    /// <summary>A table of a folder of the library by the file's name; one that comes with FlowSim is there and can be read.</summary>
    internal static TableData TableOf(string id, string file) =>
        CsvTableReader.Read(Bytes(Open(id, file)!), Path.GetFileNameWithoutExtension(file), file, new ProblemList())!;

    /// <summary>All of a file of the library.</summary>
    /// <param name="stream">Of the file; closed.</param>
    internal static byte[] Bytes(Stream stream)
    {
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    private static IEnumerable<string> ResourceNames() =>
        Home.GetManifestResourceNames().Select(name => name.Replace('\\', '/')).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
}
