using System.Globalization;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// A branch in the middle of a year (or month) cuts it in two: the end of the spin-up and the beginning of the reported time have one name. One name is
/// one value, so of the spin-up the part is left out.
/// </summary>
internal static class SharedPeriod
{
    /// <summary>The result of the spin-up's last year without the year, the quarter and the month in which the reported time begins.</summary>
    public static ReplicationResult LeftOut(ReplicationResult spinUp, RunPlan run)
    {
        if (!run.HasDates)
        {
            return spinUp;
        }

        var begins = run.FirstDay.AddDays(run.MeasureFrom / SimTime.Day);
        var shared = new[] { Periods.YearOf(begins), Periods.QuarterOf(begins), begins.ToString("yyyy-MM", CultureInfo.InvariantCulture) };
        var rows = spinUp.Rows.Where(row => !shared.Contains(row.Period)).ToList();
        return rows.Count == spinUp.Rows.Count ? spinUp : new ReplicationResult
        {
            Rows = rows,
            Timelines = spinUp.Timelines,
            Flows = [.. spinUp.Flows.Where(flow => !shared.Contains(flow.Period))],
            Events = spinUp.Events,
            FirstDay = spinUp.FirstDay,
        };
    }
}
