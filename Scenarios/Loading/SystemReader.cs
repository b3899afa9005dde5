namespace FlowSim.Scenarios.Loading;

/// <summary>Reads a system: a folder, its <c>system.yaml</c> (or another single YAML file), or an id of the library.</summary>
public static class SystemReader
{
    /// <summary>True when there is a folder, a file or a system of the library of that name.</summary>
    public static bool Exists(string idOrPath) => SystemLibrary.Ids.Contains(idOrPath) || Directory.Exists(idOrPath) || File.Exists(idOrPath);

    /// <summary>
    /// The files as nodes and tables, nothing interpreted yet; null if there is no such system or no part of it can be read, with the problems said.
    /// </summary>
    /// <param name="idOrPath">An id of the library; or a path, which an id is not when it has a slash or ends in <c>.yaml</c>.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static SystemFiles? Read(string idOrPath, ProblemList problems)
    {
        if (IsOfLibrary(idOrPath))
        {
            problems.Sources = SourceFiles.OfLibrary(idOrPath);
            return SystemAssembler.Assemble(idOrPath, SystemFolder.MainFile, SystemLibrary.FilesOf(idOrPath), problems);
        }

        if (Directory.Exists(idOrPath))
        {
            problems.Sources = SourceFiles.OfFolder(idOrPath);
            return SystemAssembler.Assemble(idOrPath, SystemFolder.MainFile, SystemFolder.FilesOf(idOrPath, problems), problems);
        }

        if (File.Exists(idOrPath))
        {
            return ReadFile(idOrPath, problems);
        }

        var near = Nearest.Hint(idOrPath, SystemLibrary.Ids);
        problems.Error(
            new SourceLocation("", 0, 0),
            "system",
            "a folder with system.yaml, or one of " + string.Join(", ", SystemLibrary.Ids),
            idOrPath,
            near);
        return null;
    }

    /// <summary>The files that a system is read from.</summary>
    /// <param name="idOrPath">As it was read by.</param>
    internal static IReadOnlyList<InputFile> FilesOf(string idOrPath)
    {
        var unsaid = new ProblemList();
        return IsOfLibrary(idOrPath) ? SystemLibrary.FilesOf(idOrPath)
            : Directory.Exists(idOrPath) ? SystemFolder.FilesOf(idOrPath, unsaid)
            : MainFileOf(idOrPath) == SystemFolder.MainFile ? SystemFolder.FilesOf(Path.GetDirectoryName(Path.GetFullPath(idOrPath))!, unsaid)
            : SystemFolder.FilesOfSingle(idOrPath, unsaid);
    }

    /// <summary>The files that a system is read from with the shared tables that it takes, as files of its own: all that it is made of.</summary>
    /// <param name="files">As read.</param>
    /// <param name="idOrPath">What it was read by.</param>
    internal static IReadOnlyList<InputFile> WholeOf(SystemFiles files, string idOrPath) =>
        [.. FilesOf(idOrPath), .. files.Inputs.Select(input => input.File).Where(SharedTables.IsShared).Select(SharedTables.AsOwn)];

    /// <summary>Files beside it that a command may name or a person reads: no part of the system.</summary>
    /// <param name="idOrPath">As it was read by.</param>
    internal static IReadOnlyList<InputFile> FilesBeside(string idOrPath)
    {
        if (IsOfLibrary(idOrPath))
        {
            return SystemLibrary.FilesBeside(idOrPath);
        }

        var folder = Directory.Exists(idOrPath) ? idOrPath : Path.GetDirectoryName(Path.GetFullPath(idOrPath))!;
        return [.. Directory.EnumerateFiles(folder).Where(file => SystemFolder.IsCompany(Path.GetFileName(file))).Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileName(file), Bytes: OrdinaryFile.Read(file))).Where(file => file.Bytes is not null)
            .Select(file => new InputFile(file.Name, file.Bytes!))];
    }

    /// <summary>Name of the file that a system begins with.</summary>
    internal static string MainFileOf(string idOrPath) =>
        IsOfLibrary(idOrPath) || Directory.Exists(idOrPath) ? SystemFolder.MainFile : Path.GetFileName(idOrPath);

    /// <summary>True for a system of the library. Who has a folder of the name at hand means that one: the tutorial's two-wards, for instance.</summary>
    internal static bool IsOfLibrary(string idOrPath) =>
        SystemLibrary.Ids.Contains(idOrPath) && !File.Exists(Path.Combine(idOrPath, SystemFolder.MainFile));

    private static SystemFiles? ReadFile(string path, ProblemList problems)
    {
        var name = Path.GetFileName(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        problems.Sources = SourceFiles.OfFolder(folder);
        if (name == SystemFolder.MainFile)
        {
            return SystemAssembler.Assemble(path, name, SystemFolder.FilesOf(folder, problems), problems);
        }

        if (name.EndsWith(SystemFolder.Yaml, StringComparison.Ordinal))
        {
            return SystemAssembler.Assemble(path, name, SystemFolder.FilesOfSingle(path, problems), problems);
        }

        problems.Error(new SourceLocation(path, 0, 0), "system", "a folder with system.yaml or a file that ends in .yaml", name);
        return null;
    }
}
