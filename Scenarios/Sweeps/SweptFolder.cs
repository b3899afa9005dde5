using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>What a measure came to in a design: a row of <c>sweep.csv</c> without its factors.</summary>
public sealed record SweptMean
{
    /// <summary>Number of the design; 0 is the system as described.</summary>
    public required int Design { get; init; }

    public required ResultKey Key { get; init; }

    public required string Unit { get; init; }

    /// <summary>Replications with a value.</summary>
    public required int N { get; init; }

    /// <summary>NaN where no replication has a value.</summary>
    public required double Mean { get; init; }

    /// <summary>Lower end of the 95 % interval of the mean; NaN without one.</summary>
    public required double Lower95 { get; init; }

    /// <summary>Upper end of the 95 % interval of the mean; NaN without one.</summary>
    public required double Upper95 { get; init; }
}

/// <summary>A folder that <c>sweep</c> has written, read back.</summary>
public sealed class SweptFolder
{
    private static readonly RowTable<SweptMean> Means = new RowTable<SweptMean>(SweepFiles.Means)
        .Whole("design", row => row.Design).Key(row => row.Key).Text("unit", row => row.Unit).Whole("n", row => row.N).Number("mean", row => row.Mean)
        .Interval("lower95", row => row.Lower95, "upper95", row => row.Upper95);

    /// <summary>How it was run.</summary>
    public required RunFacts Run { get; init; }

    /// <summary>The system in words.</summary>
    public required SystemFacts System { get; init; }

    /// <summary>What was moved: paths, as typed.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    /// <summary>By number, where each factor stands; design 0 is not there.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<string>> Designs { get; init; }

    public required IReadOnlyList<SweptMean> Rows { get; init; }

    /// <summary>The period that is shown unless another is asked for.</summary>
    public string ShownPeriod => Periods.Shown(Rows.Select(row => row.Key.Period), Run.EndsYear);

    /// <summary>Where a factor stands in a design; NaN where that is no number: a length of time, a date, a word.</summary>
    /// <param name="design">Its number.</param>
    /// <param name="factor">Place of the factor among <see cref="Factors"/>.</param>
    public double ValueOf(int design, int factor) => NumberText.TryParse(Designs[design][factor], out var value, out _) ? value : double.NaN;

    /// <summary>True for a folder that a sweep has written.</summary>
    /// <param name="folder">Any path.</param>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, SweepFiles.Means));

    /// <summary>Reads it.</summary>
    /// <param name="folder">A folder that <c>sweep</c> has written.</param>
    /// <exception cref="ResultFolderException">The folder or a file is not there or cannot be read, or a run has not finished writing it.</exception>
    /// <exception cref="ResultContentException">A file does not hold what it should.</exception>
    public static SweptFolder Read(string folder)
    {
        var source = ResultSource.Open(folder);
        var system = SystemFactsReader.Read(source);
        var bytes = source.Read(SweepFiles.Means, required: true)!;
        using var cells = CellReader.Open(bytes, source.Display(SweepFiles.Means), Means.Columns, Means.Demanded, source.Run);
        var rows = cells.Guard(open => Means.Read(open, source.Run).ToList());
        var designs = TableOf(source);
        var read = new SweptFolder
        {
            Run = source.Run,
            System = system,
            Factors = [.. designs.Columns.Skip(1)],
            Designs = designs.Rows.Index().ToDictionary(row => NumberOf(row.Item, row.Index), row => (IReadOnlyList<string>)[.. row.Item.Cells.Skip(1)]),
            Rows = rows,
        };
        source.DemandUnchanged();
        return read;
    }

    private static int NumberOf(TableRow row, int index) => NumberText.TryParse(row.Cells[0], out var number, out _) ? (int)number : index + 1;

    private static TableData TableOf(ResultSource source)
    {
        var (file, problems) = (source.Display(SweepFiles.Designs), new ProblemList());
        var table = CsvTableReader.Read(source.Read(SweepFiles.Designs, required: true)!, "designs", file, problems);
        return table is { Columns.Length: > 1 } && table.Columns[0] == "design" ? table
            : throw new ResultContentException($"{file}: expected a column design and a column for each factor. Run the sweep again.");
    }
}
