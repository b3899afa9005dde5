using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>Reads a result folder back.</summary>
public static class ResultReader
{
    internal const string Summary = "summary.csv";
    internal const string Differences = "differences.csv";
    internal const string Timeline = "timeline.csv";
    internal const string Flows = "flows.csv";
    internal const string Ledger = "ledger.csv";
    internal const string Claims = "claims.csv";
    internal const string Calibration = "calibration.csv";

    /// <summary>Everything that the folder says, but the single replications.</summary>
    /// <param name="folder">A folder that a command of FlowSim has written.</param>
    /// <param name="measures">By id, which measures of <c>summary.csv</c> and <c>differences.csv</c> to keep; null: all; asked from several threads. What is left out costs little time and no memory.</param>
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
        var run = source.Run;
        var system = SystemFactsReader.Read(source);
        MeasureFilter Chosen() => new(measure => measures(system, measure));

        // The four that can be long are read side by side; of several that are damaged the first is told.
        var summaries = Task.Run(() => Rows(source, Summary, SummaryRows.Columns, required: true, cells => SummaryRows.Read(cells, run, Chosen())));
        var differences = Task.Run(() => Rows(source, Differences, DifferenceRows.Columns, required: false, cells => DifferenceRows.Read(cells, run, Chosen())));
        var timelines = Task.Run(() => Rows(source, Timeline, TimelineRows.Columns, required: false, cells => new TimelineRows(cells, run).Read()));
        var flows = Task.Run(() => Rows(source, Flows, FlowRows.Columns, required: false, cells => FlowRows.Read(cells, run)));
        var results = new ResultSet
        {
            Run = run,
            System = system,
            Summaries = summaries.GetAwaiter().GetResult(),
            Differences = differences.GetAwaiter().GetResult(),
            Timelines = timelines.GetAwaiter().GetResult(),
            Flows = flows.GetAwaiter().GetResult(),
            Ledger = Rows(source, Ledger, LedgerRows.Columns, required: false, cells => LedgerRows.Read(cells, run)),
            Claims = Rows(source, Claims, ClaimRows.Columns, required: false, cells => ClaimRows.Read(cells, run)),
            Calibration = Rows(source, Calibration, CalibrationRows.Columns, required: false, CalibrationRows.Read),
        };
        source.DemandUnchanged();
        return results;
    }

    private static List<T> Rows<T>(ResultSource source, string file, string[] columns, bool required, Func<CellReader, List<T>> read)
    {
        if (source.Read(file, required) is not { } bytes)
        {
            return [];
        }

        using var cells = CellReader.Open(bytes, source.Display(file), columns);
        var rows = cells.Guard(read);
        if (source.Files.Contains(file))
        {
            cells.DemandEnd();
        }

        return rows;
    }
}
