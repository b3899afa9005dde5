using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Savings;

/// <summary>A period of the ledger.</summary>
/// <param name="Name">A financial year as in the results, or <c>all</c>.</param>
/// <param name="Begin">Its first day.</param>
/// <param name="Days">Its length, as far as it is measured [d].</param>
internal sealed record LedgerPeriod(string Name, DateOnly Begin, double Days)
{
    private const double SecondsInDay = 86_400;
    private const double DaysInYear = 365.25;

    /// <summary>Its length [y]; a whole financial year is 1, leap year or not.</summary>
    public double Years => Periods.IsYear(Name) ? Days / DaysOfYear : Days / DaysInYear;

    /// <summary>False for a financial year of which only a part is measured.</summary>
    public bool IsWhole => !Periods.IsYear(Name) || Days >= DaysOfYear;

    private int DaysOfYear => Periods.FirstDayOf(Periods.YearOf(Begin)).AddYears(1).DayNumber - Periods.FirstDayOf(Periods.YearOf(Begin)).DayNumber;

    /// <summary>The measured years, or all that is measured where a system has no dates.</summary>
    public static IReadOnlyList<LedgerPeriod> Of(RunPlan run)
    {
        var (begin, end) = (run.FirstDay.AddDays((int)(run.MeasureFrom / SecondsInDay)), run.End / SecondsInDay);
        var from = run.MeasureFrom / SecondsInDay;
        if (!run.HasDates)
        {
            return [new LedgerPeriod(Periods.All, begin, end - from)];
        }

        var periods = new List<LedgerPeriod>();
        while (from < end)
        {
            var year = Periods.YearOf(begin);
            var next = Periods.FirstDayOf(year).AddYears(1);
            double until = Math.Min(end, next.DayNumber - run.FirstDay.DayNumber);
            periods.Add(new LedgerPeriod(year, begin, until - from));
            (begin, from) = (next, until);
        }

        return periods;
    }
}
