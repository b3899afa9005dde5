using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Explore;

/// <summary>A measure of the baseline in the years of its spin-up.</summary>
public sealed record ExploredSpinUp
{
    /// <summary>Measure, place and group in words.</summary>
    public required string Name { get; init; }

    public required string Unit { get; init; }

    /// <summary>Names of the years, the last ends with the spin-up.</summary>
    public required IReadOnlyList<string> Years { get; init; }

    /// <summary>By replication a value for each year; NaN where it is undefined.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Replications { get; init; }

    /// <summary>Whether the last years show that it had settled, with what goes before it in a line; empty: nothing is known of that.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>The values that there are, by year.</summary>
    internal IReadOnlyList<double[]> ByYear =>
        [.. Enumerable.Range(0, Years.Count).Select(year => Replications.Select(values => values[year]).Where(double.IsFinite).ToArray())];

    /// <summary>What the results say of the spin-up of a measure; null: fewer than two years of it, or no value.</summary>
    internal static ExploredSpinUp? Of(ResultSet results, ExploredMeasure measure)
    {
        var what = (measure.Key.Measure, measure.Key.Place, measure.Key.Group);
        var rows = results.SpinUpYears.Where(row => (row.Measure, row.Place, row.Group) == what).ToList();
        var years = rows.Select(row => (row.Year, row.From)).Distinct().OrderBy(year => year.Year).ToList();
        if (years.Count < 2 || rows.TrueForAll(row => double.IsNaN(row.Value)))
        {
            return null;
        }

        return new ExploredSpinUp
        {
            Name = measure.Name,
            Unit = measure.Unit,
            Years = [.. years.Select(year => YearName(year.Year, year.From))],
            Replications =
            [
                .. rows.GroupBy(row => row.Replication).OrderBy(group => group.Key).Select(group => years
                    .ConvertAll(year => group.FirstOrDefault(row => row.Year == year.Year)?.Value ?? double.NaN)),
            ],
            Verdict = Words(results.Run.SpinUpChanges.FirstOrDefault(change => (change.Measure, change.Place, change.Group) == what)),
        };
    }

    /// <summary>The NHS year, a year that begins on another day by that day, or its number.</summary>
    private static string YearName(int year, string from) => ResultDate.TryRead(from, out var day)
        ? Periods.EndsYear(day) ? Periods.YearOf(day) : $"from {from}"
        : FormattableString.Invariant($"{year}");

    private static string Words(SpinUpChange? change) => change is null ? "" : change.Verdict switch
    {
        SettledVerdict.Settled => ": settled",
        SettledVerdict.NotSettled => ": not settled",
        _ => ": whether it has settled cannot be told",
    };
}
