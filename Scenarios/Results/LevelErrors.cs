using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>
/// The model's own error of the levels, measure by measure. Errors of several places are pooled, because one place in one year says next to nothing; a
/// measure of which nothing was predicted has no error, which is not to say that it is right.
/// </summary>
public sealed class LevelErrors
{
    private readonly Dictionary<(string Measure, string Group), LevelError> errors;

    /// <param name="figures">What was predicted.</param>
    public LevelErrors(IReadOnlyList<PredictedFigure> figures) =>
        errors = figures.GroupBy(figure => (figure.Measure, figure.Group)).Select(group => (group.Key, Error: Of([.. group])))
            .Where(one => one.Error is not null).ToDictionary(one => one.Key, one => one.Error!);

    /// <summary>The error of a measure's levels; null where it has not been measured.</summary>
    public LevelError? Of(string measure, string group) => errors.GetValueOrDefault((measure, group));

    /// <summary>The summaries with it. What was predicted are years, or winters as part of a year: single months have none.</summary>
    public IReadOnlyList<Summary> On(IReadOnlyList<Summary> summaries) => errors.Count == 0 ? summaries :
        [.. summaries.Select(row => HasError(row.Key.Period) && Of(row.Key.Measure, row.Key.Group) is { } error && double.IsFinite(row.Mean)
            ? row with { ModelError95 = error.HalfWidth(row.Mean) }
            : row)];

    /// <summary>
    /// The figures that errors rest on: of each place the longest period, since months are parts of a year and no further evidence of it; none whose error has
    /// no size.
    /// </summary>
    public static IReadOnlyList<PredictedFigure> Longest(IEnumerable<PredictedFigure> figures) =>
        [.. figures.Where(figure => double.IsFinite(Size(figure, figure.Error)))
            .GroupBy(figure => (figure.Measure, figure.Group, figure.Place)).SelectMany(place =>
        {
            var longest = place.Max(figure => Length(figure.Period));
            return place.Where(figure => Length(figure.Period) == longest);
        })];

    /// <summary>True where errors are a share of the level, not percentage points.</summary>
    public static bool IsShare(PredictedFigure figure) => !figure.Unit.StartsWith('%');

    /// <summary>
    /// How large an error is: in percentage points, or as a share of the model's level, by which it is later applied; not finite at a level of 0.
    /// </summary>
    public static double Size(PredictedFigure figure, double error) => IsShare(figure) ? error / figure.Modelled : error;

    private static LevelError? Of(IReadOnlyList<PredictedFigure> figures)
    {
        double[] squares = [.. Longest(figures).Select(figure => Size(figure, figure.Error)).Select(error => error * error)];
        return squares.Length == 0 || !double.IsFinite(squares.Average()) ? null
            : new LevelError(Math.Sqrt(squares.Average()), IsShare(figures[0]), squares.Length);
    }

    private static bool HasError(string period) => period == Periods.All || Periods.IsYear(period);

    /// <summary>Order of length: a month, several, a year.</summary>
    private static int Length(string period) => Periods.IsYear(period) ? 2 : period.Contains("..", StringComparison.Ordinal) ? 1 : 0;
}
