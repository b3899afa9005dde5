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
        .. new[] { "", Tables, Rosters, Scenarios }
            .Select(inner => Path.Combine(folder, inner))
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(IsPart)
            .Select(name => new InputFile(name, File.ReadAllBytes(Path.Combine(folder, name))))
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

    /// <summary>True for the name of a file that the layout knows; <c>.yml</c> files of the system's own folder too, so that they are not passed over in silence.</summary>
    public static bool IsPart(string name) => Path.GetDirectoryName(name) switch
    {
        "" => HasEnding(name, Yaml) || HasEnding(name, ".yml"),
        Tables or Rosters => HasEnding(name, Csv),
        Scenarios => HasEnding(name, Yaml),
        _ => false,
    };

    private static bool HasEnding(string name, string ending) => name.EndsWith(ending, StringComparison.Ordinal);
}
