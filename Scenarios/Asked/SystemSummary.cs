using System.Globalization;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Numbers;

namespace FlowSim.Scenarios.Asked;

/// <summary>What a system is for, how well it fits and how much of it is assumed.</summary>
/// <param name="Purpose">In a sentence of its own; empty: it says none.</param>
/// <param name="FitYear">A year to which nothing was fitted and that was run all the same; empty: there is none.</param>
/// <param name="Misfits">How far the model was off that year, by measure of the headline, in its order.</param>
/// <param name="Observed">Figures that were observed of the real system.</param>
/// <param name="Numbers">Numbers of the description: values of the YAML and rows of tables.</param>
/// <param name="Assumed">Of these, those that are assumed.</param>
/// <param name="Unsaid">Of these, those that say nothing of where they are from.</param>
public sealed record SystemSummary(string Purpose, string FitYear, IReadOnlyList<Misfit> Misfits, int Observed, int Numbers, int Assumed, int Unsaid)
{
    private const string Baseline = "baseline";

    /// <summary>What stands in the name of a year and of several months, and of no single one.</summary>
    private static readonly string[] Spans = ["/", ".."];

    /// <summary>Reads it off a system that has been read; what is wrong with it is told by <c>check</c>, not here.</summary>
    public static SystemSummary Of(SystemFiles files)
    {
        var numbers = SystemNumbers.Of(files, Baseline, new ProblemList()) ?? [];
        var spans = files.Predicted is { } predicted ? SpansOf(predicted) : [];
        var headline = files.Root["headline"] is ListNode list ? list.Items.Select(item => item.ToString() ?? "").ToList() : [];
        var misfits = spans.Where(row => headline.Count == 0 || headline.Contains(row.Measure)).GroupBy(row => (row.Measure, row.Unit))
            .Select(rows => new Misfit(rows.Key.Measure, TitleOf(files, rows.Key.Measure), rows.Key.Unit,
                rows.Average(row => Math.Abs(row.Modelled - row.Observed)), rows.Average(row => row.Observed)))
            .OrderBy(misfit => headline.IndexOf(misfit.Measure)).ToList();
        return new SystemSummary(
            files.Root["purpose"]?.ToString() ?? "",
            spans.Select(row => row.Period).OrderBy(period => period.Contains(Spans[0], StringComparison.Ordinal) ? 0 : 1).FirstOrDefault() ?? "",
            misfits,
            files.Observed?.Rows.Count ?? 0,
            numbers.Count,
            numbers.Count(number => number.Status == "assumed"),
            numbers.Count(number => number.Status.Length == 0));
    }

    /// <summary>How well it fits, in words.</summary>
    public string FitWords => Misfits.Count > 0
        ? $"off by {string.Join(", ", Misfits.Select(misfit => misfit.Words))} in {FitYear}, a year to which nothing was fitted"
        : Observed > 0 ? FormattableString.Invariant($"not known for a year to which nothing was fitted; {Observed} observed figures to set beside it (flowsim calibrate)")
        : "nothing was observed of it";

    /// <summary>How much is assumed, in words.</summary>
    public string AssumedWords => Numbers == 0 ? "no numbers"
        : FormattableString.Invariant($"{Assumed} of {Numbers} numbers ({(double)Assumed / Numbers:0 %})")
            + (Unsaid == 0 ? "" : FormattableString.Invariant($"; of {Unsaid} it is not said where they are from"));

    /// <summary>Figures of a whole year or a season; months are parts of them.</summary>
    private static List<(string Measure, string Unit, string Period, double Observed, double Modelled)> SpansOf(TableData predicted)
    {
        string Cell(TableRow row, string column) => predicted.ColumnOf(column) is >= 0 and var at ? row.Cells[at].Trim() : "";
        return
        [
            .. predicted.Rows.Where(row => Cell(row, "period") is var period && Spans.Any(sign => period.Contains(sign, StringComparison.Ordinal)))
                .Select(row => (Cell(row, "measure"), Cell(row, "unit"), Cell(row, "period"), Number(Cell(row, "observed")), Number(Cell(row, "modelled"))))
                .Where(row => double.IsFinite(row.Item4) && double.IsFinite(row.Item5)),
        ];
    }

    private static double Number(string cell) => NumberText.TryParse(cell, out var number, out _) ? number : double.NaN;

    private static string TitleOf(SystemFiles files, string measure) =>
        files.Root["measures"] is MapNode measures && measures[measure] is MapNode map && (map["short"] ?? map["title"]) is ScalarNode title
            ? title.Text
            : IdWords.Sentence(measure);
}

/// <summary>How far a model was off a measure in a year to which nothing was fitted.</summary>
/// <param name="Measure">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Unit">Of the two numbers.</param>
/// <param name="Off">Mean over places of how far the model was off.</param>
/// <param name="Observed">Mean over places of what was observed.</param>
public sealed record Misfit(string Measure, string Title, string Unit, double Off, double Observed)
{
    private const string Percent = "%";
    private const double Several = 10;

    /// <summary>Such as "2.2 points (Bed occupancy)".</summary>
    internal string Words => $"{Off.ToString(Off < Several ? "0.0" : "0", CultureInfo.InvariantCulture)} {(Unit == Percent ? "points" : Unit)} ({Title})";
}
