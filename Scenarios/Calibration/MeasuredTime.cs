using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Calibration;

/// <summary>The years and months that a run of the baseline measures from their first day to their last.</summary>
internal sealed class MeasuredTime
{
    private readonly HashSet<string> beforeBranch = new(StringComparer.Ordinal);
    private readonly HashSet<string> afterBranch = new(StringComparer.Ordinal);

    private readonly RunPlan run;

    public MeasuredTime(RunPlan run)
    {
        this.run = run;
        if (!run.HasDates)
        {
            afterBranch.Add(Periods.All);
            return;
        }

        if (run.Branch > run.Start)
        {
            Add(beforeBranch, run, Math.Max(run.Start, LastYear.Of(run, LastYear.MostYears(run))), run.Branch);
        }

        Add(afterBranch, run, run.MeasureFrom, run.End);
    }

    /// <summary>True where all of the period is measured.</summary>
    public bool Has(ObservedPeriod period) => period.Parts.All(part => beforeBranch.Contains(part) || afterBranch.Contains(part));

    /// <summary>True where all of it is measured before scenarios branch.</summary>
    public bool EndsBeforeBranch(ObservedPeriod period) => period.Parts.All(beforeBranch.Contains);

    /// <summary>Calendar years before the branch in which a period lies [1 or more].</summary>
    public int YearsBefore(ObservedPeriod period) => EndsBeforeBranch(period) && period.FirstDay is { } day ? LastYear.YearsTo(run, day) : 1;

    /// <summary>The periods in words.</summary>
    public override string ToString()
    {
        var all = beforeBranch.Concat(afterBranch).ToList();
        var years = all.FindAll(Periods.IsYear);
        var months = all.FindAll(part => !Periods.IsYear(part));
        return months.Count == 0 ? "none: it measures no whole month"
            : months[0] == Periods.All ? $"{Periods.All}, the one period of a system without dates"
            : $"{(years.Count > 0 ? string.Join(", ", years) + ", and " : "")}months from {months.Min(StringComparer.Ordinal)} to {months.Max(StringComparer.Ordinal)}";
    }

    private static void Add(HashSet<string> periods, RunPlan run, int from, int to)
    {
        var begins = run.FirstDay.AddDays((from + SimTime.Day - 1) / SimTime.Day);
        var ends = run.FirstDay.AddDays(to / SimTime.Day);
        var first = begins.Day == 1 ? begins : new DateOnly(begins.Year, begins.Month, 1).AddMonths(1);
        for (var month = first; month.AddMonths(1) <= ends; month = month.AddMonths(1))
        {
            periods.Add(ObservedPeriod.NameOf(month));
            if (Periods.EndsYear(month) && month.AddYears(1) <= ends)
            {
                periods.Add(Periods.YearOf(month));
            }
        }
    }
}
