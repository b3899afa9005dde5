using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Record;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Recorded;

/// <summary>A recorded year that goes in by file: attendances and open beds of months, with nothing else of the system changed.</summary>
public sealed class RecordedYear
{
    private readonly SystemFiles files;
    private readonly RunOverrides overrides;
    private readonly CompiledSystem baseline;
    private readonly RecordedNotes notes;
    private readonly (NamedFile File, IReadOnlyList<RecordedFigure> Figures)? arrivals;
    private readonly (NamedFile File, IReadOnlyList<RecordedFigure> Figures)? beds;
    private readonly List<string> told = [];

    private RecordedYear(SystemFiles files, RunOverrides overrides, CompiledSystem baseline,
        (NamedFile File, IReadOnlyList<RecordedFigure> Figures)? arrivals, (NamedFile File, IReadOnlyList<RecordedFigure> Figures)? beds)
    {
        this.files = files;
        this.overrides = overrides;
        this.baseline = baseline;
        this.arrivals = arrivals;
        this.beds = beds;
        notes = new RecordedNotes(baseline);
    }

    /// <summary>Every file read, as the manifest names it, with its SHA-256.</summary>
    public IReadOnlyList<(string File, string Sha256)> Inputs =>
        [.. new[] { arrivals?.File, beds?.File }.OfType<NamedFile>().Select(file => file.Input)];

    /// <summary>What the files gave and what stays as described, a line each; complete after <see cref="Fit"/>.</summary>
    public IReadOnlyList<string> Notes => told;

    /// <summary>
    /// True where months of the last two years before the branch are as recorded: these years differ by what was recorded, and say nothing about whether
    /// the system had settled.
    /// </summary>
    public bool ChangesSpinUp
    {
        get
        {
            var run = baseline.Model.Run;
            var branch = run.FirstDay.AddDays(run.Branch / SimTime.Day);
            return Used(arrivals).Concat(Used(beds)).Any(figure => figure.Month < branch && figure.Month >= branch.AddYears(-2));
        }
    }

    /// <summary>Calendar years before the branch in which something was recorded, as far as the run has them [1 or more].</summary>
    public int YearsBeforeBranch
    {
        get
        {
            var run = baseline.Model.Run;
            var first = Used(arrivals).Concat(Used(beds)).Min(figure => figure.Month);
            return run.Branch > run.Start ? LastYear.YearsTo(run, first) : 1;
        }
    }

    /// <summary>What <see cref="Fit"/> has to simulate first, in words; empty: nothing.</summary>
    public string Work => Used(arrivals).Count == 0
        ? ""
        : FormattableString.Invariant($"{DescribedMonths.Runs} short runs, twice, to find what the system as described gives in the months of {arrivals!.Value.File.Name} …");

    /// <summary>Reads the files; null where something is wrong with them, which is then said.</summary>
    /// <param name="files">The system.</param>
    /// <param name="arrivals">Path of the file of attendances, or null.</param>
    /// <param name="beds">Path of the file of open beds, or null.</param>
    /// <param name="overrides">What the command line says of the run.</param>
    /// <param name="problems">Takes what is wrong with the files.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static RecordedYear? Read(SystemFiles files, string? arrivals, string? beds, RunOverrides overrides, ProblemList problems)
    {
        // What is wrong with the system itself has been told by now.
        if (SystemCompiler.Compile(files, overrides, new ProblemList()) is not { } baseline)
        {
            return null;
        }

        var ofArrivals = Figures(ArrivalsReader.Option, arrivals, ArrivalsReader.Read);
        var ofBeds = Figures(BedsReader.Option, beds, BedsReader.Read);
        return problems.HasErrors ? null : new RecordedYear(files, overrides, baseline, ofArrivals, ofBeds);

        (NamedFile File, IReadOnlyList<RecordedFigure> Figures)? Figures(string option, string? path,
            Func<NamedFile, RecordedParts, ProblemList, IReadOnlyList<RecordedFigure>> read)
        {
            if (path is null || NamedFile.Read(option, path, files, problems) is not { } file)
            {
                return null;
            }

            var run = baseline.Model.Run;
            if (!run.HasDates)
            {
                problems.Error(file.Table.Where, file.Kind, "a system with dates, since months are recorded", "a run without", "Give it a date under run: starts.");
                return null;
            }

            var figures = read(file, baseline.Recorded, problems);
            FigureCheck.Check(file, figures, run, problems);
            return (file, figures);
        }
    }

    /// <summary>The overrides with which the system is as recorded; null where a figure cannot be met, which is then said.</summary>
    /// <param name="threads">Runs at the same time.</param>
    /// <param name="problems">Takes figures that cannot be met.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RunFailedException">A run of the system as described cannot go on.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public RunOverrides? Fit(int threads, ProblemList problems, CancellationToken cancel)
    {
        var record = new MonthlyRecord();
        told.Clear();
        if (beds is { } open)
        {
            var fit = new BedsFit(baseline.Recorded.Beds!, baseline.Model);
            fit.AddTo(record, open.File, Used(beds), problems);
            told.AddRange(notes.OfBeds(open.File, open.Figures, fit));
        }

        if (!problems.HasErrors && arrivals is { } attended && Used(arrivals) is { } figures)
        {
            var months = new DescribedMonths(files, overrides, baseline, figures.Min(figure => figure.Month), figures.Max(figure => figure.Month));
            var fit = new ArrivalsFit(attended.File, figures, months, baseline.Recorded, baseline.Model, problems);
            fit.AddTo(record, threads, cancel);
            told.InsertRange(0, problems.HasErrors ? [] : notes.OfArrivals(attended.File, attended.Figures, fit, months.Years));
        }

        return problems.HasErrors ? null : overrides with { Recorded = record };
    }

    private List<RecordedFigure> Used((NamedFile File, IReadOnlyList<RecordedFigure> Figures)? file) => file is { } read ? notes.Used(read.Figures) : [];
}
