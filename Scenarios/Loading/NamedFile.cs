using System.Security.Cryptography;

namespace FlowSim.Scenarios.Loading;

/// <summary>A CSV file of what was recorded that the command line names, as read.</summary>
/// <param name="Option">How the command line calls it, such as <c>--arrivals</c>.</param>
/// <param name="Name">The file's name without its folder.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Table">Its cells.</param>
internal sealed record NamedFile(string Option, string Name, string Sha256, TableData Table)
{
    /// <summary>The option without its dashes: how problems and columns name the file's kind.</summary>
    public string Kind => Option.TrimStart('-');

    /// <summary>As the manifest names it: where it lay does not matter.</summary>
    public (string File, string Sha256) Input => ($"{Option} {Name}", Sha256);

    /// <summary>Reads a file at a path, or else of that name beside the system; null with the problem said.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static NamedFile? Read(string option, string path, SystemFiles files, ProblemList problems)
    {
        var bytes = File.Exists(path) ? OrdinaryFile.Read(path) : SystemFolder.IsBeside(path) ? files.Sources.BytesOf(path) : null;
        if (bytes is null)
        {
            problems.Error(new SourceLocation(path, 0, 0), option, "a file with comma-separated cells", File.Exists(path) ? "no ordinary file" : "no file of that name",
                "Give the path of the file.");
            return null;
        }

        var name = Path.GetFileName(path);
        return CsvTableReader.Read(bytes, option.TrimStart('-'), path, problems) is { } table
            ? new NamedFile(option, name, Convert.ToHexStringLower(SHA256.HashData(bytes)), table)
            : null;
    }
}
