using System.Globalization;
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

/// <summary>What a reader sees of a calibration: its rows by their titles, and all of it in a sentence.</summary>
public sealed class CalibrationWords
{
    private const int Told = 3;

    private readonly SystemNames names;

    public CalibrationWords(SystemNames names) => this.names = names;

    /// <summary>The title of a row's measure; for what months say together that of their measure, and what is said.</summary>
    public string Measure(string id) => RecordPattern.Find(id) is { } found ? $"{names.Measure(found.Measure)}: {found.Pattern.Words}" : names.Measure(id);

    /// <summary>One place, or several that are judged together.</summary>
    public string Place(string place) => string.Join(" and ", place.Split('+').Select(names.Place));

    /// <summary>Place and group, of which the whole system goes without saying where there is a group.</summary>
    public string Where(CalibrationRow row) => Where(row.Place, row.Group);

    /// <summary>The same of a place and a group by themselves.</summary>
    public string Where(string place, string group) =>
        group.Length == 0 ? Place(place)
        : place == PlaceName.System ? Capital(Group(group))
        : $"{Place(place)}, {Group(group)}";

    /// <summary><c>2016/17</c>, <c>Apr 2016</c>, <c>Dec 2016 to Feb 2017</c>.</summary>
    public static string Period(string period) => period == "all" ? "all measured time" : string.Join(" to ", period.Split("..").Select(Month));

    /// <summary>The months that what they say together stands for: their own rows only make a table long.</summary>
    public static bool IsSummedUp(CalibrationRow row, IReadOnlyList<CalibrationRow> all) =>
        !row.IsJudged && row.Period.Length == 7 && row.Period[4] == '-'
            && all.Any(other => other.Measure == row.Measure + RecordPattern.MonthsSpread.Ending && other.Place == row.Place && other.Group == row.Group);

    /// <summary>How many of the judged figures are within their tolerance, and which are furthest off.</summary>
    public string Summary(IReadOnlyList<CalibrationRow> rows)
    {
        var judged = rows.Where(row => row.IsJudged).ToList();
        if (judged.Count == 0)
        {
            return "No figure has a tolerance, so none is judged.";
        }

        var counts = Counts(judged);
        var furthest = judged.Where(row => row.Verdict != CalibrationVerdict.Within && double.IsFinite(row.Misfit)).OrderByDescending(row => row.Misfit)
            .Take(Told).Select(Off).ToList();
        return furthest.Count == 0 ? counts + "." : $"{counts}. Furthest off: {string.Join("; ", furthest)}.";
    }

    /// <summary><c>19 of 33 judged figures are within their tolerance, 5 outside, 9 cannot be told</c>.</summary>
    /// <param name="judged">One at least.</param>
    internal static string Counts(IReadOnlyList<CalibrationRow> judged)
    {
        var within = judged.Count(row => row.Verdict == CalibrationVerdict.Within);
        string[] rest =
        [
            .. Counted(judged, CalibrationVerdict.Outside, "outside"), .. Counted(judged, CalibrationVerdict.CannotBeTold, "cannot be told"),
        ];
        return FormattableString.Invariant(
            $"{within} of {judged.Count} judged figures {(within == 1 ? "is within its" : "are within their")} tolerance{string.Concat(rest)}");
    }

    /// <summary>A value of an attribute, or a reason of delay with who answers for it.</summary>
    public string Group(string group) =>
        group.Split('/') is [var reason, var attribution] ? $"{DelayReason.Of(reason)}, {DelayReason.Attribution(attribution)}" : names.Group(group);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static IEnumerable<string> Counted(IReadOnlyList<CalibrationRow> judged, string verdict, string words) =>
        judged.Count(row => row.Verdict == verdict) is > 0 and var count ? [FormattableString.Invariant($", {count} {words}")] : [];

    /// <summary>Such as "Stays over 7 days, Addenbrooke's, 51.3 for 58.0 ± 4".</summary>
    private string Off(CalibrationRow row)
    {
        var numbers = ColumnNumbers.For([row.Observed, row.Modelled]);
        var (least, tolerance) = RecordPattern.Find(row.Measure) is { } found
            ? ("at least ", NumberText.Exact(found.Pattern.Least))
            : ("", $"{numbers.Plain(row.Observed)} ± {NumberText.Exact(row.Tolerance)}");
        return $"{Measure(row.Measure)}, {Where(row)}, {numbers.Plain(row.Modelled)} for {least}{tolerance}{(row.Unit == "%" ? " %" : "")}";
    }

    private static string Month(string period) =>
        DateOnly.TryParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("MMM yyyy", CultureInfo.InvariantCulture)
            : period;
}
