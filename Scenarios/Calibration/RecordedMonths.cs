using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Calibration;

/// <summary>The recorded months of a measure, place and group in a year, and what they say together.</summary>
internal sealed class RecordedMonths
{
    /// <summary>Two months always lie on a line.</summary>
    private const int Fewest = 3;

    private readonly List<Observation> months;

    private RecordedMonths(List<Observation> months) => this.months = months;

    /// <summary>By the last of its months, every set of them that says anything together.</summary>
    public static Dictionary<Observation, RecordedMonths> Of(IReadOnlyList<Observation> observations) =>
        observations.Where(row => row.Period.YearOfMonth is not null && !double.IsNaN(row.Observed))
            .GroupBy(row => (row.Measure.Id, row.Place, row.Group, row.Period.YearOfMonth))
            .Select(set => new RecordedMonths([.. set]))
            .Where(set => set.months.Count >= Fewest)
            .ToDictionary(set => set.months[^1]);

    /// <summary>
    /// Correlation and spread, worked out within each replication: the record too is one year and no mean of several. They are judged where no month is missing
    /// and none is recalled.
    /// </summary>
    /// <param name="modelled">Values of a month by replication.</param>
    public IEnumerable<CalibrationRow> Rows(Func<Observation, double[]> modelled)
    {
        var values = months.ConvertAll(month => modelled(month));
        double[] recorded = [.. months.Select(month => month.Observed)];
        yield return Row(RecordPattern.MonthsCorrelation, values, year => Sample.Correlation(year, recorded));
        var spread = Sample.StandardDeviation(recorded);
        yield return Row(RecordPattern.MonthsSpread, values, year => spread > 0 ? Sample.StandardDeviation(year) / spread : double.NaN);
    }

    private CalibrationRow Row(RecordPattern pattern, List<double[]> values, Func<double[], double> of)
    {
        var first = months[0];
        var isJudged = months.Count == MonthText.MonthsInYear && months.TrueForAll(month => month.Status != ObservedStatus.Assumed);
        var row = new CalibrationRow
        {
            Measure = first.Measure.Id + pattern.Ending,
            Place = first.Place,
            Group = first.Group,
            Period = first.Period.YearOfMonth!,
            Unit = pattern.Unit,
            Observed = 1,
            Status = ObservedStatus.Derived,
            Tolerance = isJudged ? 1 - pattern.Least : double.NaN,
            Verdict = CalibrationVerdict.NotJudged,
            Source = FormattableString.Invariant($"{months.Count} recorded months of {first.Measure.Id}: 1 is the record itself"),
        };
        double[] years = [.. Enumerable.Range(0, values[0].Length).Select(index => of([.. values.Select(month => month[index])]))];
        return pattern.Bounded(Judgement.Of(row, years, atLeast: true));
    }
}
