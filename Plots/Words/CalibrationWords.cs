using System.Globalization;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

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
