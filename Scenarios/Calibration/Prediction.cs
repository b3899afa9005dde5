using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Calibration;

/// <summary>The file <c>predicted.csv</c> of a year that was judged by another file than the system's own observations.</summary>
public static class Prediction
{
    /// <summary>How many years away a record may stand in for "as in the other year".</summary>
    private const int MostYears = 3;

    /// <summary>What was recorded and what the model gave, with the nearest other year that the system's own observations have.</summary>
    /// <param name="rows">The other file's, as judged; figures that were put into the run, are only recalled or of a later year, or stand in the system's own
    /// file, are no predictions.</param>
    /// <param name="own">What the system's own file says; null where there is none.</param>
    public static IReadOnlyList<PredictedFigure> Of(IReadOnlyList<CalibrationRow> rows, Observations? own) =>
        [.. rows.Where(row => double.IsFinite(row.Observed) && double.IsFinite(row.Modelled) && RecordPattern.Find(row.Measure) is null
                && row.Status is not (ObservedStatus.Given or ObservedStatus.Assumed or ObservedStatus.LaterYear) && !IsOwn(row, own))
            .Select(row => With(row, own is null ? null : Other(row, own)))];

    /// <summary>True for a figure that the system's own file has too: what may have been fitted to was not predicted.</summary>
    private static bool IsOwn(CalibrationRow row, Observations? own) => own is not null
        && own.Rows.Any(other => other.Measure.Id == row.Measure && other.Place == row.Place && other.Group == row.Group && other.Period.Text == row.Period);

    private static PredictedFigure With(CalibrationRow row, Observation? other) => new()
    {
        Measure = row.Measure,
        Place = row.Place,
        Group = row.Group,
        Period = row.Period,
        Unit = row.Unit,
        Observed = row.Observed,
        Modelled = row.Modelled,
        Lower95 = row.Lower95,
        Upper95 = row.Upper95,
        Persistence = other?.Observed ?? double.NaN,
        PersistencePeriod = other?.Period.Text ?? "",
    };

    /// <summary>The year before, else the year after, else two years before, and so on.</summary>
    private static Observation? Other(CalibrationRow row, Observations own)
    {
        var period = ObservedPeriod.Read(row.Period);
        return Enumerable.Range(1, MostYears).SelectMany(years => new[] { -years, years })
            .Select(years => period?.Later(years)?.Text)
            .Select(text => own.Rows.FirstOrDefault(other => other.Measure.Id == row.Measure && other.Place == row.Place && other.Group == row.Group
                && other.Period.Text == text && double.IsFinite(other.Observed) && other.Status is not (ObservedStatus.Assumed or ObservedStatus.LaterYear)))
            .FirstOrDefault(other => other is not null);
    }
}
