using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Record;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Scenarios.Recorded;

/// <summary>
/// Attendances month by month of the baseline without scenarios, found by a few short runs of it: who comes by other ways than the streams that take the
/// difference (calls, ambulances, referrals, readmissions) is known by no formula.
/// </summary>
internal sealed class DescribedMonths
{
    /// <summary>
    /// Runs of which the mean is taken. The seed is always the same: what a file does to the system does not depend on the seed of the experiment.
    /// </summary>
    public const int Runs = 4;

    /// <summary>Time before the first month, so that patients of before come back as often as later [months].</summary>
    private const int MonthsBefore = 12;

    private const int StepsOfHour = 6;

    private readonly SystemFiles files;
    private readonly RunOverrides overrides;
    private readonly RecordedParts parts;
    private readonly DateOnly first;
    private readonly DateOnly end;
    private readonly SystemModel described;

    /// <param name="files">The system.</param>
    /// <param name="overrides">What the command line says of the run.</param>
    /// <param name="baseline">The system as described, over the whole run.</param>
    /// <param name="first">The first month asked for.</param>
    /// <param name="last">The last.</param>
    public DescribedMonths(SystemFiles files, RunOverrides overrides, CompiledSystem baseline, DateOnly first, DateOnly last)
    {
        this.files = WithArrivals(files, baseline.Recorded);
        this.first = first;
        end = last.AddMonths(1);
        parts = baseline.Recorded;
        this.overrides = Shortened(baseline.Model.Run, overrides, first, end) with { Recorded = null };
        described = Compiled(null);
    }

    /// <summary>Simulated time of all runs of one call [years].</summary>
    public double Years => Runs * (SecondOf(end) - described.Run.Start) / (365.25 * SimTime.Day);

    /// <summary>Patients of the streams that take the difference of a cell, in a month, as expected [patients].</summary>
    public double Expected(RecordedCell cell, DateOnly month)
    {
        const int Step = SimTime.Hour / StepsOfHour;
        var sum = 0.0;
        foreach (var stream in parts.Types[cell.Type].Streams[cell.Place])
        {
            for (var second = SecondOf(month) + (Step / 2); second < SecondOf(month.AddMonths(1)); second += Step)
            {
                sum += described.Streams[stream].Rate!.At(second);
            }
        }

        return sum / StepsOfHour;
    }

    /// <summary>Attendances of every cell and month.</summary>
    /// <param name="record">Months that are as recorded.</param>
    /// <param name="threads">Runs at the same time.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RunFailedException">A run cannot go on.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public MonthTotals Simulated(MonthlyRecord record, int threads, CancellationToken cancel)
    {
        var model = Compiled(record);
        var timeline = new SystemTimeline([model], [model.Run.Start]);
        var (results, failure) = TaskQueue<ReplicationResult>.Run(Runs, threads, index => Simulate(timeline, index + 1, cancel), cancel);
        failure?.Throw();
        cancel.ThrowIfCancellationRequested();
        var measures = parts.Types.SelectMany(type => new[] { type.Measure.Id, ArrivalsOf(type) }).ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<(RecordedCell, DateOnly), (double, double)[]>();
        for (var run = 0; run < Runs; run++)
        {
            var rows = results[run]!.Rows.Where(row => measures.Contains(row.Measure) && row.Group.Length == 0)
                .ToDictionary(row => new ResultKey(row.Period, row.Measure, row.Place, row.Group));
            foreach (var (cell, month) in CellsAndMonths())
            {
                if (!counts.TryGetValue((cell, month), out var ofRuns))
                {
                    counts.Add((cell, month), ofRuns = new (double, double)[Runs]);
                }

                var (type, place) = (parts.Types[cell.Type], parts.Types[cell.Type].Places[cell.Place]);
                ofRuns[run] = (Count(type.Measure.Id, type.Measure.Factor), Count(ArrivalsOf(type), 1));

                double Count(string measure, double factor)
                {
                    var row = rows[new ResultKey(RecordedRows.MonthOf(month), measure, place, "")];
                    return row.Value * row.Base / factor;
                }
            }
        }

        return new MonthTotals(counts);
    }

    /// <summary>A measure that these runs have besides: patients of the streams of a type who arrive.</summary>
    private static string ArrivalsOf(RecordedType type) => $"arrivals-that-take-the-difference-{type.Name}";

    private static SystemFiles WithArrivals(SystemFiles files, RecordedParts parts)
    {
        var copy = SystemCopy.Of(files);
        foreach (var type in parts.Types)
        {
            var (measures, where) = ((MapNode)copy.Root["measures"]!, copy.Root.Where);
            var entries = new List<MapEntry>
            {
                Entry("total", new MapNode(where, [Entry("arrivals", new ListNode(where, [.. type.StreamNames.Select(Text)]))])),
                Entry("monthly", Text("true")),
            };
            if (type.Dimension.Length > 0)
            {
                entries.Add(Entry("by", Text(type.Dimension)));
            }

            measures.Entries.Add(Entry(ArrivalsOf(type), new MapNode(where, entries)));

            MapEntry Entry(string key, Node value) => new(key, where, value);
            Node Text(string text) => new ScalarNode(text, where);
        }

        return copy;
    }

    private ReplicationResult Simulate(SystemTimeline timeline, int number, CancellationToken cancel)
    {
        try
        {
            return Replication.Start(timeline, ExperimentPlan.DefaultSeed, number).Measure(SecondOf(first), SecondOf(end), null, cancel);
        }
        catch (SimulationException failure)
        {
            throw new RunFailedException(ExperimentPlan.BaselineId, number, ExperimentPlan.DefaultSeed, failure);
        }
    }

    private IEnumerable<(RecordedCell Cell, DateOnly Month)> CellsAndMonths()
    {
        for (var month = first; month < end; month = month.AddMonths(1))
        {
            for (var type = 0; type < parts.Types.Count; type++)
            {
                for (var place = 0; place < parts.Types[type].Places.Count; place++)
                {
                    yield return (new RecordedCell(type, place), month);
                }
            }
        }
    }

    /// <summary>
    /// Of a system that branches no more than is needed: a year before the first month, in whole years before the branch, and to the end of the last.
    /// </summary>
    private static RunOverrides Shortened(RunPlan run, RunOverrides overrides, DateOnly first, DateOnly end)
    {
        if (run.Branch == run.Start)
        {
            var days = end.DayNumber - run.FirstDay.AddDays(run.MeasureFrom / SimTime.Day).DayNumber;
            return run.End < (end.DayNumber - run.FirstDay.DayNumber) * (long)SimTime.Day ? overrides with { Years = null, Days = days } : overrides;
        }

        var branch = run.FirstDay.AddDays(run.Branch / SimTime.Day);
        var years = 1;
        while (branch.AddYears(-years) > first.AddMonths(-MonthsBefore))
        {
            years++;
        }

        var spinUp = branch.AddYears(-years) < run.FirstDay ? overrides.WarmUp : FormattableString.Invariant($"{years} y");
        return overrides with { WarmUp = spinUp, Years = null, Days = Math.Max(1, end.DayNumber - branch.DayNumber) };
    }

    private SystemModel Compiled(MonthlyRecord? record)
    {
        var problems = new ProblemList();
        return SystemCompiler.Compile(files, overrides with { Recorded = record }, problems)?.Model
            ?? throw new InvalidOperationException(ProblemText.Render(problems.Sorted[0]));
    }

    private int SecondOf(DateOnly day) => (day.DayNumber - described.Run.FirstDay.DayNumber) * SimTime.Day;
}
