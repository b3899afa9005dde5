using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Tables;

/// <summary>What was observed beside what the baseline gives, by measure.</summary>
internal static class CalibrationTable
{
    private const string Gap = "  ";
    private const string Indent = "  ";
    private const string LaterYear = "*";
    private const string Recalled = "~";

    /// <summary>With less room than this beside the numbers, labels stand above them.</summary>
    private const int LeastLabel = 20;

    private static readonly string[] Heads = ["observed", "", "modelled", "95 % interval", "verdict"];

    public static string Render(IReadOnlyList<CalibrationRow> rows, CalibrationWords words, int width)
    {
        var blocks = rows.Where(row => !CalibrationWords.IsSummedUp(row, rows)).GroupBy(row => row.Measure)
            .Select(measure => (Head: Head([.. measure], words), Lines: Lines([.. measure], words))).ToList();
        var lines = blocks.SelectMany(block => block.Lines).ToList();
        var widths = Heads.Select((head, column) => lines.Select(line => line.Cells[column].Length).Append(head.Length).Max()).ToArray();
        var room = width - widths.Sum(column => column + Gap.Length);
        var longest = lines.Select(line => Indent.Length + line.Label.Length).DefaultIfEmpty(0).Max();
        var layout = room < LeastLabel ? new Layout(widths, 0, width) : new Layout(widths, Math.Min(room, longest), room);
        var text = new StringBuilder();
        layout.Append(text, "", "measure", Heads);
        foreach (var (head, block) in blocks)
        {
            text.Append(string.Join('\n', TextLines.Wrap(head, width))).Append('\n');
            foreach (var line in block)
            {
                layout.Append(text, Indent, line.Label, line.Cells);
            }
        }

        return text.ToString();
    }

    /// <summary>What the signs in the table mean that are there.</summary>
    public static IEnumerable<string> Notes(IReadOnlyList<CalibrationRow> rows)
    {
        if (rows.Any(row => row.Status == ObservedStatus.LaterYear))
        {
            yield return $"{LaterYear} observed in a later year, for want of a figure of this one.";
        }

        if (rows.Any(row => row.Status == ObservedStatus.Assumed))
        {
            yield return $"{Recalled} recalled: shown, and nothing is judged by it.";
        }

        if (rows.Any(row => CalibrationWords.IsSummedUp(row, rows)))
        {
            yield return "Months by themselves are in calibration.csv, with the source of every figure.";
        }
    }

    /// <summary>The measure, and the period where all its figures are of one.</summary>
    private static string Head(List<CalibrationRow> rows, CalibrationWords words) =>
        $"{words.Measure(rows[0].Measure)}{Unit(rows[0].Unit)}{(HaveOnePeriod(rows) ? $", {CalibrationWords.Period(rows[0].Period)}" : "")}";

    private static bool HaveOnePeriod(IReadOnlyList<CalibrationRow> rows) => rows.All(row => row.Period == rows[0].Period);

    private static List<Line> Lines(IReadOnlyList<CalibrationRow> rows, CalibrationWords words)
    {
        var numbers = ColumnNumbers.For(rows.SelectMany(row => new[] { row.Observed, row.Modelled }));
        return [.. rows.Select(row => new Line(words.Where(row) + (HaveOnePeriod(rows) ? "" : $", {CalibrationWords.Period(row.Period)}"),
            [
                TerminalSigns.Of(double.IsNaN(row.Observed) ? "" : numbers.Plain(row.Observed) + MarkOf(row.Status)),
                ToleranceOf(row),
                TerminalSigns.Of(numbers.Plain(row.Modelled)),
                TerminalSigns.Of(numbers.Interval(row.Lower95, row.Upper95, signed: false)),
                row.Verdict,
            ]))];
    }

    private static string ToleranceOf(CalibrationRow row) =>
        double.IsNaN(row.Tolerance) ? ""
        : RecordPattern.Find(row.Measure) is { } found ? FormattableString.Invariant($">= {found.Pattern.Least}")
        : FormattableString.Invariant($"+-{row.Tolerance}");

    private static string MarkOf(string status) => status switch
    {
        ObservedStatus.LaterYear => LaterYear,
        ObservedStatus.Assumed => Recalled,
        _ => " ",
    };

    private static string Unit(string unit) => unit.Length == 0 ? "" : $" ({unit})";

    private sealed record Line(string Label, string[] Cells);

    /// <param name="Widths">Of the columns of numbers.</param>
    /// <param name="Beside">Columns of the labels that stand beside numbers; 0: they stand above.</param>
    /// <param name="Room">Columns at which labels are broken.</param>
    private sealed record Layout(int[] Widths, int Beside, int Room)
    {
        /// <summary>A label of one or several lines; the numbers stand beside its last, or below.</summary>
        public void Append(StringBuilder text, string indent, string label, string[] cells)
        {
            var wrapped = TextLines.Wrap(label, Math.Max(1, (Beside > 0 ? Beside : Room) - indent.Length));
            foreach (var part in Beside > 0 ? wrapped.SkipLast(1) : wrapped)
            {
                text.Append(indent).Append(part).Append('\n');
            }

            var last = cells.Length - 1;
            var numbers = string.Concat(cells.Select((cell, column) => Gap + (column == last ? cell : cell.PadLeft(Widths[column]))));
            text.Append($"{(Beside > 0 ? indent + wrapped[^1] : "").PadRight(Beside)}{numbers}".TrimEnd()).Append('\n');
        }
    }
}
