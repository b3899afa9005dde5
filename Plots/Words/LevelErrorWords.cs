using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>The model's own error of levels in words, and how a year to which nothing was fitted came out.</summary>
public sealed class LevelErrorWords
{
    private const string Points = "percentage points";
    private const string TheModel = "the model";
    private const string OtherYear = "the other year";
    private const string Neither = "cannot be told";

    private readonly IReadOnlyList<PredictedFigure> figures;
    private readonly LevelErrors errors;
    private readonly CalibrationWords words;

    public LevelErrorWords(IReadOnlyList<PredictedFigure> figures, CalibrationWords words)
    {
        this.figures = figures;
        this.words = words;
        errors = new LevelErrors(figures);
    }

    /// <summary>A row for each measure of which something was predicted.</summary>
    public IReadOnlyList<PredictedMeasure> Measures =>
        [.. LevelErrors.Longest(figures).GroupBy(figure => (figure.Measure, figure.Group)).Select(measure => Row([.. measure]))];

    /// <summary>A sentence for each measure: what the model was off by, what saying "as in the other year" would have been off by, and which is nearer.</summary>
    public IEnumerable<string> Sentences() => Measures.Select(measure =>
        $"{measure.Name} ({measure.Places}): off by {measure.Model}{(measure.Persistence.Length == 0 ? "" : $"; as in {measure.PersistencePeriod}: off by {measure.Persistence}{(measure.Nearer == OtherYear ? ", which is nearer" : measure.Nearer == Neither ? ", which chance alone does not tell apart" : "")}")}.");

    /// <summary>What half the width of the error is, and how often it can be trusted; empty where nothing was predicted.</summary>
    public string Cover()
    {
        var counts = Measures.Select(measure => measure.Count).Where(count => count > 0).Distinct().Order().ToList();
        if (counts.Count == 0)
        {
            return "";
        }

        var covers = counts.Select(count => FormattableString.Invariant(
            $"{100 * new LevelError(0, false, count).Cover:0} % where it rests on {(count == 1 ? "one error" : $"{count} errors")}"));
        return FormattableString.Invariant(
            $"The model's own error of a level is {LevelError.Width:0} root mean squares of these errors either way. At best it holds the real figure of another year in {string.Join(", ", covers)}: so it is if errors have nothing in common, and places in one year have that year in common. Of a measure that is not here the error has not been measured.");
    }

    /// <summary>All of it in a line for whoever reads levels; empty where nothing was predicted.</summary>
    public string Line() => Measures.Count == 0 ? ""
        : $"levels have an error of the model's own, by a year that was predicted: {string.Join("; ", Measures.Select(measure => $"{measure.Name} ± {measure.Half}"))}; of other measures it has not been measured";

    /// <summary><c>± 5.7</c>, in the unit of the level; empty where it has not been measured.</summary>
    public static string Half(double error) => double.IsFinite(error) ? $"± {NumberText.Plain(error, Rounding.LevelDecimals(error) - 1)}" : "";

    private PredictedMeasure Row(IReadOnlyList<PredictedFigure> measure)
    {
        var (id, group) = (measure[0].Measure, measure[0].Group);
        var error = errors.Of(id, group);
        var others = measure.Where(figure => double.IsFinite(figure.Persistence)).ToList();
        var isShare = error?.IsShare ?? false;
        var model = RootMeanSquare(measure, figure => figure.Error);
        var persistence = others.Count == measure.Count ? RootMeanSquare(others, figure => figure.PersistenceError) : double.NaN;
        return new PredictedMeasure(
            group.Length == 0 ? words.Measure(id) : $"{words.Measure(id)}: {words.Group(group)}",
            string.Join(", ", measure.Select(figure => words.Place(figure.Place)).Distinct()),
            string.Join(", ", measure.Select(figure => CalibrationWords.Period(figure.Period)).Distinct()),
            Amount(model, isShare),
            double.IsNaN(persistence) ? "" : Amount(persistence, isShare),
            string.Join(", ", others.Select(figure => CalibrationWords.Period(figure.PersistencePeriod)).Distinct()),
            Nearer(measure, model, persistence),
            error is null ? "" : Amount(LevelError.Width * error.RootMeanSquare, isShare),
            error?.Count ?? 0);
    }

    private static double RootMeanSquare(IReadOnlyList<PredictedFigure> figures, Func<PredictedFigure, double> error) =>
        Math.Sqrt(figures.Average(figure => Math.Pow(LevelErrors.Size(figure, error(figure)), 2)));

    /// <summary>Which is nearer, where the model's own chance, the widest half interval of its figures, is less than what lies between the two.</summary>
    private static string Nearer(IReadOnlyList<PredictedFigure> figures, double model, double persistence)
    {
        if (double.IsNaN(persistence))
        {
            return "";
        }

        var chance = figures.Max(figure => Math.Abs(LevelErrors.Size(figure, (figure.Upper95 - figure.Lower95) / 2)));
        return Math.Abs(model - persistence) < chance ? Neither : persistence < model ? OtherYear : TheModel;
    }

    private static string Amount(double value, bool isShare)
    {
        var shown = isShare ? 100 * value : value;
        return $"{NumberText.Plain(shown, Math.Max(0, Rounding.LevelDecimals(shown) - 1))} {(isShare ? "%" : Points)}";
    }
}

/// <summary>How the levels of one measure came out in a year to which nothing was fitted, in words.</summary>
/// <param name="Name">The measure.</param>
/// <param name="Places">Of which something was predicted.</param>
/// <param name="Periods">And of when.</param>
/// <param name="Model">Root mean square of what the model was off by.</param>
/// <param name="Persistence">Of what saying "as in the other year" was off by; empty where the other year was not recorded.</param>
/// <param name="PersistencePeriod">The other year.</param>
/// <param name="Nearer">The model, the other year, or that it cannot be told for chance; empty where the other year was not recorded.</param>
/// <param name="Half">Half the width of the model's own error.</param>
/// <param name="Count">Errors that it rests on.</param>
public sealed record PredictedMeasure(string Name, string Places, string Periods, string Model, string Persistence, string PersistencePeriod, string Nearer,
    string Half, int Count);
