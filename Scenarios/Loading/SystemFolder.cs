namespace FlowSim.Scenarios.Loading;

/// <summary>
/// The files of a system on disk: <c>system.yaml</c>, further <c>*.yaml</c>, <c>observed.csv</c>, <c>observed-days.csv</c>,
/// <c>calibrated-set.csv</c>, <c>predicted.csv</c>, <c>costs.csv</c>, <c>price-index.csv</c>, <c>claims.csv</c>, <c>tables/ rosters/ scenarios/ parts/</c>.
/// </summary>
internal static class SystemFolder
{
    public const string MainFile = "system.yaml";
    public const string Observed = "observed.csv";
    public const string ObservedDays = "observed-days.csv";
    public const string CalibratedSet = "calibrated-set.csv";
    public const string Predicted = "predicted.csv";
    public const string Costs = "costs.csv";
    public const string Claims = "claims.csv";
    public const string PriceIndex = "price-index.csv";
    public const string Tables = "tables";
    public const string Rosters = "rosters";
    public const string Scenarios = "scenarios";
    public const string Parts = "parts";
    public const string Yaml = ".yaml";
    public const string Csv = ".csv";

    private const string Page = ".md";

    /// <summary>A file of its own kind beside the main one: no part of the system, and read by one command alone.</summary>
    public const string Sensitivity = "sensitivity.csv";

    private static readonly string[] Inner = [Tables, Rosters, Scenarios, Parts];

    /// <summary>
    /// Every file of the layout in a folder. Hidden files and files of other kinds are not read; those that were surely meant to be are told.
    /// </summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<InputFile> FilesOf(string folder, ProblemList problems) => FilesOf(folder, _ => true, problems);

    /// <summary>
    /// One YAML file with the tables, rosters, scenarios, observations, calibrated set, predicted year and prices beside it; other YAML files of its folder are
    /// not read.
    /// </summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<InputFile> FilesOfSingle(string yaml, ProblemList problems)
    {
        var main = Path.GetFileName(yaml);
        return FilesOf(Path.GetDirectoryName(Path.GetFullPath(yaml))!,
            name => name == main || IsSingle(name) || name.Contains('/', StringComparison.Ordinal), problems);
    }

    /// <summary>
    /// True for the name of a file of what was recorded of one year, <c>observed-….csv</c> or <c>recorded-….csv</c> beside the main one: no part of the
    /// system, and read where a command names it.
    /// </summary>
    public static bool IsBeside(string name) => name != ObservedDays
        && !name.Contains('/', StringComparison.Ordinal) && name.EndsWith(Csv, StringComparison.Ordinal)
        && (name.StartsWith("observed-", StringComparison.Ordinal) || name.StartsWith("recorded-", StringComparison.Ordinal));

    /// <summary>True for what goes with a system where it is copied: such files, and pages for people.</summary>
    public static bool IsCompany(string name) =>
        IsBeside(name) || (!name.Contains('/', StringComparison.Ordinal) && IsVisible(name) && name.EndsWith(Page, StringComparison.Ordinal));

    /// <summary>True for the name of a file that the layout knows.</summary>
    public static bool IsPart(string name) => Path.GetDirectoryName(name) switch
    {
        "" when IsSingle(name) => true,
        "" or Scenarios or Parts => IsVisible(name) && name.EndsWith(Yaml, StringComparison.Ordinal),
        Tables or Rosters => IsVisible(name) && (name.EndsWith(Csv, StringComparison.Ordinal) || name.EndsWith(WorkbookTable.Ending, StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>True for the tables that stand beside the main file and are part of the system.</summary>
    private static bool IsSingle(string name) => name is Observed or ObservedDays or CalibratedSet or Predicted or Costs or PriceIndex or Claims;

    private static List<InputFile> FilesOf(string folder, Func<string, bool> isWanted, ProblemList problems)
    {
        var names = NamesIn(folder).Where(isWanted).ToList();
        PassedOver.Tell(names, problems);
        PassedOver.TellFolders(Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)), Inner, problems);
        var files = new List<InputFile>();
        foreach (var name in names.Where(IsPart).Order(StringComparer.Ordinal))
        {
            if (OrdinaryFile.Read(Path.Combine(folder, name)) is { } bytes)
            {
                files.Add(new InputFile(name, bytes));
            }
            else
            {
                problems.Error(new SourceLocation(name, 0, 0), "", "an ordinary file", "a pipe, a device or a link to nothing",
                    "Take it out of the folder, or put the file itself there.");
            }
        }

        return files;
    }

    /// <summary>Names of files, relative to the folder, with forward slashes.</summary>
    private static IEnumerable<string> NamesIn(string folder) =>
        Inner.Prepend("")
            .Select(inner => Path.Combine(folder, inner))
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));

    /// <summary>Editors and macOS keep files of their own, whose names begin with a dot, beside those they belong to; Excel one that begins with ~$.</summary>
    private static bool IsVisible(string name) => !Path.GetFileName(name).StartsWith('.') && !Path.GetFileName(name).StartsWith("~$", StringComparison.Ordinal);
}
