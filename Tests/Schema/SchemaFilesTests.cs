using FlowSim.Scenarios.Language;

namespace FlowSim.Tests.Schema;

/// <summary>The schemas that the library's files name are those that the program prints.</summary>
public sealed class SchemaFilesTests
{
    private const string Mark = "# yaml-language-server: $schema=";

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "docs", "schema");

    private static IEnumerable<string> LibraryFiles =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "Scenarios", "Library"), "*.yaml", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file)).Order(StringComparer.Ordinal);

    [TestCaseSource(typeof(JsonSchema), nameof(JsonSchema.Files))]
    public void The_schema_in_the_repository_is_the_one_that_is_printed(string file)
    {
        var path = Path.Combine(Folder, file + ".schema.json");
        if (Environment.GetEnvironmentVariable("FLOWSIM_REWRITE_GOLDEN") is not null)
        {
            File.WriteAllText(path, JsonSchema.Of(file));
        }

        Assert.That(File.ReadAllText(path), Is.EqualTo(JsonSchema.Of(file)), "FLOWSIM_REWRITE_GOLDEN=1 writes it anew");
    }

    [TestCaseSource(nameof(LibraryFiles))]
    public void A_file_of_the_library_names_its_schema_in_its_first_line(string file)
    {
        var path = Path.Combine(RepositoryRoot.Path, file);
        var first = File.ReadLines(path).First();
        Assert.That(first, Does.StartWith(Mark));
        var schema = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, first[Mark.Length..]));
        var kind = file.Contains("/scenarios/", StringComparison.Ordinal)
            ? "scenario"
            : file.EndsWith("/system.yaml", StringComparison.Ordinal) ? "system"
            : IsLayer(path) ? "layer"
            : "part";
        Assert.That(schema, Is.EqualTo(Path.Combine(Folder, kind + ".schema.json")));
    }

    /// <summary>A part that a system may take, or what a system lays over one.</summary>
    private static bool IsLayer(string path) => Path.GetFileName(Path.GetDirectoryName(path)) == "parts"
        || Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "Scenarios", "Library"))
            .Any(folder => File.Exists(Path.Combine(folder, "parts", Path.GetFileName(path))));
}
