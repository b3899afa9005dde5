namespace FlowSim.Tests.Conventions;

/// <summary>A C# file of the repository as it is written, with the project and the folders it lies in.</summary>
internal sealed record SourceFile(string RelativePath, string[] Lines)
{
    private static readonly string[] ProductProjects = ["Simulator", "Scenarios", "Plots", "Cli", "Benchmarks"];

    public string Name => Path.GetFileNameWithoutExtension(RelativePath);

    /// <summary>Folders from the root down, the first of them the project.</summary>
    public string[] Folders => RelativePath.Split('/')[..^1];

    public static IReadOnlyList<SourceFile> Product { get; } = [.. ProductProjects.SelectMany(In)];

    public static IReadOnlyList<SourceFile> All { get; } = [.. Product, .. In("Tests")];

    private static IEnumerable<SourceFile> In(string project)
    {
        var folder = Path.Combine(RepositoryRoot.Path, project);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => new SourceFile(file, File.ReadAllLines(Path.Combine(RepositoryRoot.Path, file))));
    }
}
