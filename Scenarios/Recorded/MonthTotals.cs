namespace FlowSim.Scenarios.Recorded;

/// <summary>Attendances of months as runs of a system give them: for each cell and month the mean of the runs and its standard error.</summary>
internal sealed class MonthTotals
{
    private readonly Dictionary<(RecordedCell Cell, DateOnly Month), double[]> counts;

    /// <param name="counts">By cell and month: attendances in each run [patients].</param>
    public MonthTotals(Dictionary<(RecordedCell Cell, DateOnly Month), double[]> counts) => this.counts = counts;

    /// <summary>Mean of the runs [patients].</summary>
    public double this[RecordedCell cell, DateOnly month] => counts[(cell, month)].Average();

    /// <summary>Standard error of the mean [patients].</summary>
    public double ErrorOf(RecordedCell cell, DateOnly month)
    {
        var runs = counts[(cell, month)];
        var mean = runs.Average();
        return runs.Length < 2 ? double.NaN : Math.Sqrt(runs.Sum(run => (run - mean) * (run - mean)) / (runs.Length - 1.0) / runs.Length);
    }
}
