using System.Globalization;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Results.EventLogs;

/// <summary>The event log that is asked for.</summary>
/// <param name="Path">Where it goes; its ending says how it is written.</param>
/// <param name="Format">One of <see cref="EventLogFile.Formats"/>.</param>
/// <param name="Replications">Such as <c>1,3-5</c>.</param>
/// <param name="Window">Such as <c>2017-04-01..2017-05-01</c> or <c>0..7</c>; null: all of the measured time.</param>
public sealed record EventLogRequest(string Path, string Format, string Replications, string? Window)
{
    /// <summary>What stands between the ends of a window.</summary>
    private const string To = "..";

    /// <summary>Endings of the file.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".csv", ".parquet"];

    /// <summary>What is wrong with replications as written; null: nothing.</summary>
    public static string? FaultOfReplications(string text) => NumbersOf(text) is null ? "expected numbers of replications from 1, such as 1 or 1,3-5" : null;

    /// <summary>What is wrong with a window as written; null: nothing that can be told without the system.</summary>
    public static string? FaultOfWindow(string text) => EndsOf(text) is null
        ? "expected FROM..TO, two dates such as 2017-04-01..2017-05-01 or two numbers of days since measuring began such as 0..7"
        : null;

    /// <summary>What is to be kept of an experiment.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="fault">What is wrong with the request, with the option that says so; null: nothing is, and only then there is a plan.</param>
    internal TracePlan? Of(ExperimentPlan plan, out string? fault)
    {
        var numbers = NumbersOf(Replications)!;
        fault = numbers[^1] > plan.Replications
            ? FormattableString.Invariant($"--trace-replications: replication {numbers[^1]} is asked for, and {plan.Replications} {(plan.Replications == 1 ? "is" : "are")} run")
            : null;
        var window = WindowOf(plan.Run, ref fault);
        return fault is null ? new TracePlan(Path, numbers, window) : null;
    }

    private TraceWindow WindowOf(RunPlan run, ref string? fault)
    {
        var measured = new TraceWindow(run.MeasureFrom, run.End);
        if (Window is null || fault is not null)
        {
            return measured;
        }

        var (from, to) = EndsOf(Window)!.Value;
        if (from.IsDate && !run.HasDates)
        {
            fault = $"--trace-window: {Window} has dates, and the system has none; expected days since measuring began, such as 0..7";
            return measured;
        }

        var (start, end) = (from.Second(run), to.Second(run));
        if (end <= start)
        {
            fault = $"--trace-window: {Window} ends before it begins or holds no time";
        }
        else if (start < run.MeasureFrom || end > run.End)
        {
            fault = $"--trace-window: {Window} does not lie in the measured time, {Measured(run)}";
        }

        return new TraceWindow((int)start, (int)end);
    }

    private static string Measured(RunPlan run)
    {
        var days = FormattableString.Invariant($"days 0..{(run.End - run.MeasureFrom) / (double)SimTime.Day:0.##}");
        return run.HasDates ? $"{Date(run, run.MeasureFrom)}..{Date(run, run.End)} ({days})" : days;
    }

    private static string Date(RunPlan run, int second) => ResultDate.Write(run.FirstDay.AddDays(second / SimTime.Day));

    /// <summary>Ascending, each once; null: they cannot be read.</summary>
    private static List<int>? NumbersOf(string text)
    {
        var numbers = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !TryReadNumber(ends[0], out var first) || !TryReadNumber(ends[^1], out var last) || last < first)
            {
                return null;
            }

            numbers.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return [.. numbers];
    }

    private static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= ExperimentPlan.MostReplications;

    private static (End From, End To)? EndsOf(string text)
    {
        var ends = text.Split(To);
        return ends.Length == 2 && End.Of(ends[0].Trim()) is { } from && End.Of(ends[1].Trim()) is { } to && from.IsDate == to.IsDate ? (from, to) : null;
    }

    /// <summary>An end of a window: the first second of a date, or days since measuring began.</summary>
    private readonly record struct End(DateOnly Date, double Days, bool IsDate)
    {
        public static End? Of(string text) => ResultDate.TryRead(text, out var date) ? new End(date, 0, true)
            : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) ? new End(default, days, false)
            : null;

        /// <summary>As a time of the run, which may be far beyond it [s].</summary>
        public double Second(RunPlan run) => IsDate
            ? (double)(Date.DayNumber - run.FirstDay.DayNumber) * SimTime.Day
            : run.MeasureFrom + Math.Round(Days * SimTime.Day);
    }
}
