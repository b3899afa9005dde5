namespace FlowSim.Scenarios.Loading;

/// <summary>Tells of files and folders that look like parts of a system but are not read, so that none is passed over in silence.</summary>
internal static class PassedOver
{
    /// <summary>Endings under which people keep tables.</summary>
    private static readonly string[] OtherTables = [".xlsx", ".xls", ".xlsm", ".ods", ".tsv", ".tab", ".txt", ".yaml", ".yml", ".json"];

    private static readonly string[] OtherScenarios = [".csv", ".xlsx", ".txt", ".json"];

    /// <summary>Tells of files that are not read.</summary>
    /// <param name="names">All files of the system's folders, relative to it.</param>
    public static void Tell(IReadOnlyList<string> names, ProblemList problems)
    {
        foreach (var name in names.Where(name => !SystemFolder.IsPart(name) && name != SystemFolder.Sensitivity
            && !SystemFolder.IsBeside(name)
            && !Path.GetFileName(name).StartsWith('.') && !Path.GetFileName(name).StartsWith('~')))
        {
            var folder = Path.GetDirectoryName(name);
            var wanted = folder is SystemFolder.Tables or SystemFolder.Rosters ? SystemFolder.Csv : SystemFolder.Yaml;
            var ending = Path.GetExtension(name);
            var where = new SourceLocation(name, 0, 0);
            if (IsSpelling(ending, wanted))
            {
                problems.Error(where, "", $"files that end in {wanted}", name, $"Rename it: {ending} files are not read.");
            }
            else if (IsOther(folder, ending) && !names.Contains(Path.ChangeExtension(name, wanted)))
            {
                problems.Warning(where, "", $"files that end in {wanted}", name, $"It is not read. Save it as {wanted}, or keep it elsewhere.");
            }
            else if (folder is "" && ending.Equals(SystemFolder.Csv, StringComparison.OrdinalIgnoreCase))
            {
                problems.Warning(where, "",
                    $"tables in {SystemFolder.Tables}/, rosters in {SystemFolder.Rosters}/, observations in {SystemFolder.Observed}, a calibrated set in {SystemFolder.CalibratedSet}, a predicted year in {SystemFolder.Predicted}, prices in {SystemFolder.Costs} and {SystemFolder.PriceIndex} and claims in {SystemFolder.Claims}",
                    name,
                    "It is not read here. Put it there, or keep it elsewhere.");
            }
        }
    }

    /// <summary>Tells of folders whose names are nearly those of the layout.</summary>
    public static void TellFolders(IEnumerable<string> folders, IReadOnlyList<string> known, ProblemList problems)
    {
        foreach (var folder in folders.Where(folder => !known.Contains(folder)))
        {
            if (known.FirstOrDefault(name => name.Equals(folder, StringComparison.OrdinalIgnoreCase)
                || name.Equals(folder + "s", StringComparison.OrdinalIgnoreCase)) is { } meant)
            {
                problems.Warning(new SourceLocation(folder, 0, 0), "", $"a folder named {meant}", folder, "It is not read. Rename it.");
            }
        }
    }

    /// <summary><c>.yml</c> for <c>.yaml</c>, or other letters than small ones.</summary>
    private static bool IsSpelling(string ending, string wanted) =>
        ending.Equals(wanted, StringComparison.OrdinalIgnoreCase) || (wanted == SystemFolder.Yaml && ending.Equals(".yml", StringComparison.OrdinalIgnoreCase));

    private static bool IsOther(string? folder, string ending)
    {
        var endings = folder switch
        {
            SystemFolder.Tables or SystemFolder.Rosters => OtherTables,
            SystemFolder.Scenarios or SystemFolder.Parts => OtherScenarios,
            _ => [],
        };
        return endings.Contains(ending, StringComparer.OrdinalIgnoreCase);
    }
}
