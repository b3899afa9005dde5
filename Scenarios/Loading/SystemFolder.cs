namespace FlowSim.Scenarios.Loading;

/// <summary>The files of a system on disk: <c>system.yaml</c>, further <c>*.yaml</c>, <c>tables/ rosters/ scenarios/</c>.</summary>
internal static class SystemFolder
{
    public const string MainFile = "system.yaml";
    public const string Tables = "tables";
    public const string Rosters = "rosters";
    public const string Scenarios = "scenarios";
    public const string Yaml = ".yaml";
    public const string Csv = ".csv";

    /// <summary>Every file of the layout in a folder; others are not read.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<InputFile> FilesOf(string folder) =>
    [
        .. Layout(folder)
            .Select(path => new InputFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>One YAML file with the tables, rosters and scenarios beside it; other YAML files of its folder are not read.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<InputFile> FilesOfSingle(string yaml)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(yaml))!;
        var name = Path.GetFileName(yaml);
        return [.. FilesOf(folder).Where(file => file.Folder.Length > 0 || file.Name == name)];
    }

    private static IEnumerable<string> Layout(string folder)
    {
        var found = Directory.EnumerateFiles(folder).Where(path => path.EndsWith(Yaml, StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal));
        foreach (var (inner, ending) in new[] { (Tables, Csv), (Rosters, Csv), (Scenarios, Yaml) })
        {
            var path = Path.Combine(folder, inner);
            if (Directory.Exists(path))
            {
                found = found.Concat(Directory.EnumerateFiles(path).Where(file => file.EndsWith(ending, StringComparison.Ordinal)));
            }
        }

        return found;
    }
}
