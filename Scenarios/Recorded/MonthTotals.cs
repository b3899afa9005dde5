namespace FlowSim.Scenarios.Recorded;

/// <summary>
/// Attendances of months as runs of a system give them. Of those who come by the streams that take the difference it is known how many are expected, so
/// only the others are up to the chance of a few runs: attendances less so much of the streams' patients as came by chance beyond what is expected.
/// </summary>
internal sealed class MonthTotals
{
    private readonly Dictionary<(RecordedCell Cell, DateOnly Month), (double Attendances, double OfStreams)[]> counts;

    /// <param name="counts">By cell and month: attendances in each run, and patients of the streams who came [patients].</param>
    public MonthTotals(Dictionary<(RecordedCell Cell, DateOnly Month), (double Attendances, double OfStreams)[]> counts) => this.counts = counts;

    /// <summary>Mean of the runs [patients].</summary>
    public double this[RecordedCell cell, DateOnly month] => counts[(cell, month)].Average(run => run.Attendances);

    /// <summary>Mean of the runs, had the streams brought as many as are expected [patients].</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="month">The month.</param>
    /// <param name="expected">Patients of the streams [patients].</param>
    /// <param name="yield">Attendances that one of them adds.</param>
    public double Of(RecordedCell cell, DateOnly month, double expected, double yield) =>
        counts[(cell, month)].Average(run => run.Attendances - (yield * (run.OfStreams - expected)));

    /// <summary>Standard error of that mean [patients].</summary>
    public double ErrorOf(RecordedCell cell, DateOnly month, double yield)
    {
        double[] runs = [.. counts[(cell, month)].Select(run => run.Attendances - (yield * run.OfStreams))];
        var mean = runs.Average();
        return Math.Sqrt(runs.Sum(run => (run - mean) * (run - mean)) / (runs.Length - 1.0) / runs.Length);
    }
}
