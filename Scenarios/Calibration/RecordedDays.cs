using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Calibration;

/// <summary>
/// The recorded days of a series beside those of the baseline. A day of a model is no forecast of that day, so what is set side by side is what the days have
/// together: their mean, how far they vary, and how much a day is like the one before; and for the eye, day by day.
/// </summary>
internal sealed class RecordedDays
{
    /// <summary>Fewer pairs of neighbouring days say nothing of how alike they are.</summary>
    private const int FewestPairs = 10;

    private readonly ObservedSeries recorded;
    private readonly List<DateOnly> days;
    private readonly List<double[]> replications;

    /// <param name="recorded">What was recorded.</param>
    /// <param name="baseline">A run of the baseline.</param>
    public RecordedDays(ObservedSeries recorded, ScenarioResult baseline)
    {
        this.recorded = recorded;
        days = [.. recorded.Days.Keys.Order()];
        replications = [.. Enumerable.Range(0, baseline.Reported.Count).Select(index => (double[])[.. days.Select(day => ValueOn(baseline, index, day))])];
    }

    /// <summary>Three rows: none is judged.</summary>
    public IEnumerable<CalibrationRow> Rows()
    {
        double[] observed = [.. days.Select(day => recorded.Days[day])];
        yield return Row(RecordPattern.DaysMean, observed, values => Sample.Mean(values));
        yield return Row(RecordPattern.DaysSpread, observed, values => Sample.StandardDeviation(values));
        yield return Row(RecordPattern.DaysPersistence, observed, Persistence);
    }

    /// <summary>Every day.</summary>
    public IEnumerable<CalibrationDay> Days() => days.Select((day, index) =>
    {
        double[] values = [.. replications.Select(values => values[index]).Where(double.IsFinite).Order()];
        var tail = values.Length < Sample.LeastForQuantiles ? 0 : 0.05;
        var isKnown = values.Length > 0;
        return new CalibrationDay
        {
            Measure = recorded.Series.Measure,
            Place = recorded.Place,
            Day = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Unit = recorded.Series.Unit,
            Observed = recorded.Days[day],
            Mean = Sample.Mean(values),
            P05 = isKnown ? Sample.Quantile(values, tail) : double.NaN,
            P95 = isKnown ? Sample.Quantile(values, 1 - tail) : double.NaN,
        };
    });

    private CalibrationRow Row(RecordPattern pattern, double[] observed, Func<double[], double> of)
    {
        var (first, last) = (ObservedPeriod.NameOf(recorded.First), ObservedPeriod.NameOf(recorded.Last));
        var row = new CalibrationRow
        {
            Measure = recorded.Series.Measure + pattern.Ending,
            Place = recorded.Place,
            Period = first == last ? first : $"{first}..{last}",
            Unit = pattern.Unit.Length > 0 ? pattern.Unit : recorded.Series.Unit,
            Observed = of(observed),
            Status = recorded.Status,
            Verdict = CalibrationVerdict.NotJudged,
            Source = FormattableString.Invariant($"{recorded.Source}; {days.Count} days"),
        };
        return pattern.Bounded(Judgement.Of(row, [.. replications.Where(values => Array.TrueForAll(values, double.IsFinite)).Select(of)]));
    }

    /// <summary>Correlation of neighbouring days; NaN where too few of them are recorded.</summary>
    private double Persistence(double[] values)
    {
        var pairs = Enumerable.Range(1, days.Count - 1).Where(index => days[index].DayNumber - days[index - 1].DayNumber == 1).ToList();
        return pairs.Count < FewestPairs ? double.NaN
            : Sample.Correlation([.. pairs.Select(index => values[index - 1])], [.. pairs.Select(index => values[index])]);
    }

    private double ValueOn(ScenarioResult baseline, int index, DateOnly day)
    {
        ReplicationResult?[] windows = [baseline.SpinUp.Count > 0 ? baseline.SpinUp[index] : null, baseline.Reported[index]];
        foreach (var window in windows.OfType<ReplicationResult>())
        {
            var at = day.DayNumber - window.FirstDay.DayNumber;
            var values = window.Timelines
                .FirstOrDefault(one => one.Measure == recorded.Series.Measure && one.Place == recorded.Place && !one.HoursOfWeek)?.Values;
            if (values is not null && at >= 0 && at < values.Length)
            {
                return values[at];
            }
        }

        return double.NaN;
    }
}
