using System.Text.RegularExpressions;

namespace FlowSim.Tests.Conventions;

/// <summary>A C# file of the repository as it is written, with the project and the folders it lies in.</summary>
internal sealed partial record SourceFile(string RelativePath, string[] Lines)
{
    private static readonly string[] ProductProjects = ["Simulator", "Scenarios", "Plots", "Cli", "Benchmarks"];

    public string Name => Path.GetFileNameWithoutExtension(RelativePath);

    /// <summary>Folders from the root down, the first of them the project.</summary>
    public string[] Folders => RelativePath.Split('/')[..^1];

    /// <summary>Lines with their numbers from 1, without raw texts of several lines.</summary>
    public IEnumerable<(int Number, string Text)> Code
    {
        get
        {
            var isRaw = false;
            for (var i = 0; i < Lines.Length; i++)
            {
                var opensOrCloses = Lines[i].Split("\"\"\"").Length % 2 == 0;
                if (!isRaw && !opensOrCloses)
                {
                    yield return (i + 1, Lines[i]);
                }

                isRaw ^= opensOrCloses;
            }
        }
    }

    /// <summary>Types that stand by themselves in the file, with how many lines each takes here.</summary>
    public IEnumerable<(string Name, int Lines)> Types
    {
        get
        {
            for (var from = 0; from < Lines.Length; from++)
            {
                if (TypeAtMargin().Match(Lines[from]) is { Success: true } type)
                {
                    // A record may be all in its head, which ends before anything is opened.
                    var body = Array.FindIndex(Lines, from, line => line == "{" || line.EndsWith(';'));
                    var to = Lines[body] == "{" ? Array.IndexOf(Lines, "}", body) : body;
                    yield return ($"{string.Join('.', Folders)}.{type.Groups["name"].Value}", to - from + 1);
                    from = to;
                }
            }
        }
    }

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

    [GeneratedRegex(@"^(?!using)\w[\w ]*\b(class|struct|interface|enum|record(\s+(class|struct))?)\s+(?<name>\w+)")]
    private static partial Regex TypeAtMargin();
}
