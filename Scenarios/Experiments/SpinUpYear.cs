using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// A row of <c>spin-up.csv</c>: what a measure of interest came to in a whole year of the spin-up of a replication. A total stands for its groups.
/// </summary>
public sealed record SpinUpYear
{
    public required int Replication { get; init; }

    /// <summary>The years are counted from 1; the last ends with the spin-up.</summary>
    public required int Year { get; init; }

    /// <summary>The first day of the year, <c>2016-04-01</c>; empty where the system has no dates.</summary>
    public required string From { get; init; }

    public required string Measure { get; init; }

    public required string Place { get; init; }

    public required string Group { get; init; }

    public required string Unit { get; init; }

    /// <summary>In the unit; NaN where undefined.</summary>
    public required double Value { get; init; }

    /// <param name="run">When the spin-up ends.</param>
    /// <param name="replications">By number of the replication the rows of each year, the last at the end.</param>
    internal static IReadOnlyList<SpinUpYear> Of(RunPlan run, IEnumerable<(int Number, IReadOnlyList<IReadOnlyList<ResultRow>> Years)> replications) =>
    [
        .. from replication in replications
           from year in Enumerable.Range(0, replication.Years.Count)
           let begins = LastYear.Of(run, replication.Years.Count - year) / SimTime.Day
           let first = run.HasDates ? DateText.Write(run.FirstDay.AddDays(begins)) : ""
           from row in Counting(replication.Years[year])
           select new SpinUpYear
           {
               Replication = replication.Number,
               Year = year + 1,
               From = first,
               Measure = row.Measure,
               Place = row.Place,
               Group = row.Group,
               Unit = row.Unit,
               Value = row.Value,
           },
    ];

    /// <summary>Rows without the groups of what has a total.</summary>
    internal static IEnumerable<ResultRow> Counting(IReadOnlyList<ResultRow> rows)
    {
        var totals = new Totals(rows.Select(row => (row.Measure, row.Place, row.Group)));
        return rows.Where(row => totals.Keeps(row.Measure, row.Place, row.Group));
    }
}
