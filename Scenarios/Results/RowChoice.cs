using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Results;

/// <summary>
/// Which rows the files of a run hold. Months and distributions are nine tenths of what there is and few read them: they are written where they are asked
/// for, and the manifest says what was left out.
/// </summary>
public sealed record RowChoice
{
    /// <summary>Months of measures that have them.</summary>
    public const string MonthsName = "months";

    /// <summary>Distributions.</summary>
    public const string DistributionsName = "distributions";

    /// <summary>Replications and draws of other measures than the headline, and most of the automatic measures.</summary>
    public const string BesideHeadline = "beside-headline";

    /// <summary>Everything there is.</summary>
    public static RowChoice All { get; } = new() { Months = true, Distributions = true };

    /// <summary>Months of measures that have them.</summary>
    public bool Months { get; init; }

    /// <summary>
    /// Shares of time by number occupied; and, of a system that names a headline, every automatic measure, every replication and every draw of every measure.
    /// </summary>
    public bool Distributions { get; init; }

    /// <summary>Ids of the measures that the system names as its headline; empty: none, so that no measure is before another.</summary>
    public IReadOnlyList<string> Headline { get; init; } = [];

    /// <summary>What is left out.</summary>
    public IReadOnlyList<string> LeftOut =>
        [.. Months ? [] : new[] { MonthsName }, .. Distributions ? [] : new[] { DistributionsName }, .. IsByHeadline ? new[] { BesideHeadline } : []];

    private bool IsByHeadline => !Distributions && Headline.Count > 0;

    /// <summary>The results as the files have them.</summary>
    public ResultSet Of(ResultSet results)
    {
        var byYear = Periods.IsYear(results.ShownPeriod);
        var totals = new Totals(results.Summaries.Select(row => row.Key));
        return results with
        {
            Run = results.Run with { LeftOut = LeftOut },
            Summaries = [.. results.Summaries.Where(row => Keeps(row.Key) && (!IsByHeadline || IsShown(row.Key, byYear))).Select(WrittenDigits.Of)],
            Differences = [.. results.Differences.Where(row => Keeps(row.Key) && (!IsByHeadline || !IsAutomatic(row.Key.Measure))).Select(WrittenDigits.Of)],
            DrawnValues = [.. results.DrawnValues.Where(row => Keeps(row.Key) && (!IsByHeadline || IsOfSystem(row.Key, totals)))],
            Timelines = [.. results.Timelines.Select(WrittenDigits.Of)],
        };
    }

    /// <summary>Whether a row of single replications is kept, of results with these rows.</summary>
    /// <param name="keys">What the rows of the whole results are about.</param>
    internal Func<ResultKey, bool> OfReplications(IEnumerable<ResultKey> keys)
    {
        var totals = new Totals(keys);
        return key => Keeps(key) && (!IsByHeadline || (Headline.Contains(key.Measure) && totals.Keeps(key)));
    }

    private bool Keeps(ResultKey key) =>
        (Months || !(Periods.IsMonth(key.Period) || Periods.IsQuarter(key.Period)))
        && (Distributions || GenericMeasures.Find(key.Measure) is not { IsCurve: true });

    private bool IsAutomatic(string measure) => GenericMeasures.Find(measure) is not null && !Headline.Contains(measure);

    /// <summary>Of what every stage and pool has, the measures that some chart shows, by year where there are years.</summary>
    private bool IsShown(ResultKey key, bool byYear) => !IsAutomatic(key.Measure)
        || (GenericMeasures.Find(key.Measure) is { IsShown: true } && (!byYear || key.Period != Periods.All));

    private static bool IsOfSystem(ResultKey key, Totals totals) => key.Place == ResultRow.WholeSystem && totals.Keeps(key);
}
