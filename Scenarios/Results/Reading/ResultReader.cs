using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>Reads a result folder back.</summary>
public static class ResultReader
{
    /// <summary>Everything that the folder says, but the single replications.</summary>
    /// <param name="folder">A folder that a command of FlowSim has written.</param>
    /// <param name="measures">By id, which measures of <c>summary.csv</c> and <c>differences.csv</c> to keep; null: all; asked from several threads. What
    /// is left out costs little time and no memory.</param>
    /// <exception cref="ResultFolderException">The folder or a file is not there or cannot be read, or a run has not finished writing it.</exception>
    /// <exception cref="ResultContentException">A file does not hold what it should.</exception>
    public static ResultSet Read(string folder, Func<string, bool>? measures = null) => Read(folder, (_, measure) => measures?.Invoke(measure) ?? true);

    /// <summary>Everything that the folder says, but the single replications.</summary>
    /// <param name="folder">A folder that a command of FlowSim has written.</param>
    /// <param name="measures">By what was simulated and by id, which measures to keep; asked from several threads.</param>
    /// <exception cref="ResultFolderException">The folder or a file is not there or cannot be read, or a run has not finished writing it.</exception>
    /// <exception cref="ResultContentException">A file does not hold what it should.</exception>
    public static ResultSet Read(string folder, Func<SystemFacts, string, bool> measures)
    {
        var source = ResultSource.Open(folder);
        var results = Read(source, measures);
        source.DemandUnchanged();
        return results;
    }

    /// <summary>The same, with values of single replications, which are chosen when the rest is known: of the file nothing else is held.</summary>
    /// <param name="folder">A folder that a command of FlowSim has written.</param>
    /// <param name="measures">By what was simulated and by id, which measures to keep of the rest; asked from several threads.</param>
    /// <param name="chosen">What the values to read are about.</param>
    /// <exception cref="ResultFolderException">The folder or a file is not there or cannot be read, or a run has not finished writing it.</exception>
    /// <exception cref="ResultContentException">A file does not hold what it should.</exception>
    public static (ResultSet Results, IReadOnlyList<ReplicationValues> Values) ReadWithReplications(string folder,
        Func<SystemFacts, string, bool> measures, Func<ResultSet, IReadOnlySet<ResultKey>> chosen)
    {
        var source = ResultSource.Open(folder);
        var results = Read(source, measures);
        var values = ReplicationReader.Read(source, chosen(results));
        source.DemandUnchanged();
        return (results, values);
    }

    /// <summary>What was simulated, and nothing else.</summary>
    /// <param name="folder">A folder that a command of FlowSim has written.</param>
    /// <exception cref="ResultFolderException">The folder or a file is not there or cannot be read, or a run has not finished writing it.</exception>
    /// <exception cref="ResultContentException">A file does not hold what it should.</exception>
    public static SystemFacts ReadSystem(string folder) => SystemFactsReader.Read(ResultSource.Open(folder));

    private static ResultSet Read(ResultSource source, Func<SystemFacts, string, bool> measures)
    {
        var system = SystemFactsReader.Read(source);
        MeasureFilter Chosen() => new(measure => measures(system, measure));

        // The four that can be long are read side by side; of several that are damaged the first is told.
        var summaries = Task.Run(() => Rows(source, ResultTables.Summary, required: true, Chosen()));
        var differences = Task.Run(() => Rows(source, ResultTables.Differences, measures: Chosen()));
        var timelines = Task.Run(() => Read<TimelineRow, TimelineSummary>(source, ResultTables.Timeline, false, cells => TimelineRows.Read(cells, source.Run)));
        var flows = Task.Run(() => Rows(source, ResultTables.Flows));
        return new ResultSet
        {
            Run = source.Run,
            System = system,
            Summaries = summaries.GetAwaiter().GetResult(),
            Differences = differences.GetAwaiter().GetResult(),
            Timelines = timelines.GetAwaiter().GetResult(),
            Flows = flows.GetAwaiter().GetResult(),
            SpinUpYears = Rows(source, ResultTables.SpinUp),
            Ledger = Rows(source, ResultTables.Ledger),
            Savings = Rows(source, ResultTables.Savings),
            Wards = Rows(source, ResultTables.Wards),
            Claims = Rows(source, ResultTables.Claims),
            Beds = Rows(source, ResultTables.Beds),
            Designs = Rows(source, ResultTables.Designs),
            Levers = Rows(source, ResultTables.Levers),
            Calibration = Rows(source, ResultTables.Calibration),
            CalibrationDays = [.. Rows(source, ResultTables.CalibrationDays).DistinctBy(day => (day.Measure, day.Place, day.Day))],
            Predicted = Rows(source, ResultTables.Predicted),
            DrawnInputs = Rows(source, ResultTables.Draws),
            DrawnValues = Rows(source, ResultTables.DrawResults, measures: Chosen()),
        };
    }

    private static List<T> Rows<T>(ResultSource source, RowTable<T> table, bool required = false, MeasureFilter? measures = null)
        where T : class => Read(source, table, required, cells => table.Read(cells, source.Run, measures).ToList());

    private static List<TRead> Read<T, TRead>(ResultSource source, RowTable<T> table, bool required, Func<CellReader, List<TRead>> read)
        where T : class
    {
        if (source.Read(table.File, required) is not { } bytes)
        {
            return [];
        }

        using var cells = CellReader.Open(bytes, source.Display(table.File), table.Columns, table.Demanded, source.Run);
        var rows = cells.Guard(read);
        if (source.Files.Contains(table.File))
        {
            cells.DemandEnd(bytes.Length == 0 ? null : bytes[^1]);
        }

        return rows;
    }
}
