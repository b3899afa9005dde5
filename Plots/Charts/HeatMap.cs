using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Sweeps;

namespace FlowSim.Plots.Charts;

/// <summary>Heat map of a measure over a grid of two factors: the first from top to bottom, the second from left to right.</summary>
public sealed class HeatMap
{
    private const string Id = "heat-map";
    private const double RowHeight = 24;
    private const double LeastRowHeight = 12;
    private const double MostHeight = 320;
    private const double HeadHeight = 13;
    private const double KeyHeight = 14;
    private const int KeySteps = 24;

    private static readonly TextStyle CellStyle = new(7.5);

    private readonly ChartRequest request;
    private readonly IReadOnlyList<Factor> factors;
    private readonly Dictionary<(string Row, string Column), SweepRow> cells;
    private readonly IReadOnlyList<string> rows;
    private readonly IReadOnlyList<string> columns;
    private readonly ResultKey key;
    private readonly double low;
    private readonly double high;
    private readonly int decimals;

    private HeatMap(ChartRequest request, IReadOnlyList<Factor> factors, IReadOnlyList<SweepRow> designs)
    {
        (this.request, this.factors, key) = (request, factors, designs[0].Key);
        cells = designs.ToDictionary(row => (row.Point.Operands[0], row.Point.Operands[1]));
        rows = [.. designs.Select(row => row.Point.Operands[0]).Distinct()];
        columns = [.. designs.Select(row => row.Point.Operands[1]).Distinct()];
        var means = designs.Select(row => row.Mean).Where(double.IsFinite).ToList();
        (low, high) = (means.Min(), means.Max());
        decimals = Rounding.ForColumn(means);
    }

    /// <summary>The drawing of a measure; null where its designs are no grid of two factors, or have no values.</summary>
    /// <param name="request">Width, and results that say how they came about.</param>
    /// <param name="factors">What was moved.</param>
    /// <param name="rows">The rows of a sweep.</param>
    /// <param name="key">The measure.</param>
    public static Drawing? Of(ChartRequest request, IReadOnlyList<Factor> factors, IEnumerable<SweepRow> rows, ResultKey key)
    {
        var designs = rows.Where(row => row.Key == key && row.Point.Number != DesignPoint.AsDescribed).ToList();
        if (factors.Count != 2 || designs.Count < 2 || !designs.Exists(row => double.IsFinite(row.Mean))
            || designs.DistinctBy(row => (row.Point.Operands[0], row.Point.Operands[1])).Count() < designs.Count)
        {
            return null;
        }

        var map = new HeatMap(request, factors, designs);
        return designs.Count == map.rows.Count * map.columns.Count ? map.Draw() : null;
    }

    private Drawing Draw()
    {
        var unit = UnitName.Axis(Any.Unit);
        var sheet = new Sheet(request, FileStem.Of(Id, key.Measure, key.Group), $"{Name} over {factors[0].Title} and {factors[1].Title}",
            $"{PeriodName.Of(key.Period)}, whole system, {unit}; means. {request.Results.System.Title}.", Finding());
        sheet.Paragraph($"From top to bottom: {What(factors[0])}. From left to right: {What(factors[1])}.", TextStyle.Subtitle);
        var labels = Math.Min(sheet.Width / 4, rows.Max(row => TextMeasure.Width(row, TextStyle.Axis.Size)) + 6);
        var (left, width) = (sheet.Left + labels, (sheet.Width - labels) / columns.Count);
        var height = Math.Clamp(MostHeight / rows.Count, LeastRowHeight, RowHeight);
        var top = sheet.Take(HeadHeight) + (TextStyle.Axis.Size * TextMeasure.Ascent) + 2;
        var every = (int)Math.Ceiling((columns.Max(column => TextMeasure.Width(column, TextStyle.Axis.Size)) + 4) / width);
        for (var column = 0; column < columns.Count; column += every)
        {
            sheet.Drawing.Text(left + ((column + 0.5) * width), top, columns[column], TextStyle.Axis, Anchor.Middle);
        }

        top = sheet.Take(height * rows.Count);
        var numbers = cells.Values.All(cell => TextMeasure.Width(Text(cell), CellStyle.Size) < width - 2);
        for (var row = 0; row < rows.Count; row++)
        {
            var y = top + (row * height);
            sheet.Drawing.Text(left - 4, y + (height / 2) + (TextStyle.Axis.Size * 0.35),
                TextMeasure.Cut(rows[row], TextStyle.Axis.Size, labels - 4), TextStyle.Axis, Anchor.End, rows[row]);
            for (var column = 0; column < columns.Count; column++)
            {
                DrawCell(sheet.Drawing, cells[(rows[row], columns[column])], new Box(left + (column * width), y, width, height), numbers);
            }
        }

        sheet.Take(4);
        DrawKey(sheet, left, sheet.Take(KeyHeight));
        return sheet.Finish(Describe(), Notes(numbers), ExperimentPlan.BaselineId);
    }

    private void DrawCell(Drawing drawing, SweepRow cell, Box box, bool hasNumber)
    {
        var colour = double.IsFinite(cell.Mean) ? ColourOf(StepOf(cell.Mean)) : Palette.White;
        drawing.Rectangle(box.X, box.Y, box.Width + 0.1, box.Height + 0.1, double.IsFinite(cell.Mean) ? colour : new Shade(Palette.White, Hatch.Rising),
            MarkKind.Cell);
        drawing.Number(box.X + (box.Width / 2), box.Y + (box.Height / 2),
            new DrawnNumber("", cell.Point.Operands[0], cell.Point.Operands[1], cell.Mean, cell.Lower95, cell.Upper95, UnitName.Axis(cell.Unit)));
        if (hasNumber && double.IsFinite(cell.Mean))
        {
            drawing.Text(box.X + (box.Width / 2), box.Y + (box.Height / 2) + (CellStyle.Size * 0.35), Text(cell),
                CellStyle with { Colour = Palette.InkOn(colour), On = colour }, Anchor.Middle);
        }
    }

    private void DrawKey(Sheet sheet, double left, double top)
    {
        var style = TextStyle.Axis;
        var (from, to) = ($"least {NumberText.Plain(low, decimals)}", $"most {NumberText.Plain(high, decimals)}");
        sheet.Drawing.Text(left, top + (style.Size * TextMeasure.Ascent), from, style);
        var x = left + TextMeasure.Width(from, style.Size) + 4;
        var step = Math.Max(1, Math.Min(5, (sheet.Right - x - TextMeasure.Width(to, style.Size) - 8) / KeySteps));
        for (var i = 0; i < KeySteps; i++)
        {
            sheet.Drawing.Rectangle(x + (i * step), top + 1, step + 0.1, 7, ColourOf(i));
        }

        sheet.Drawing.Text(x + (KeySteps * step) + 4, top + (style.Size * TextMeasure.Ascent), to, style);
    }

    private SweepRow Any => cells.Values.First();

    private string Name => request.Names.Measure(key.Measure) + (key.Group.Length == 0 ? "" : $", {request.Names.Group(key.Group)}");

    /// <summary>From where to where it goes, if that is more than chance.</summary>
    private string? Finding()
    {
        var known = cells.Values.Where(cell => double.IsFinite(cell.Mean)).ToList();
        var (least, most) = (known.MinBy(cell => cell.Mean)!, known.MaxBy(cell => cell.Mean)!);
        return least.Upper95 < most.Lower95
            ? $"{Name}: from {NumberText.Plain(least.Mean, decimals)} {least.Unit} with {Where(least)} to {NumberText.Plain(most.Mean, decimals)} {most.Unit} with {Where(most)}"
            : null;
    }

    private string Where(SweepRow cell) => string.Join(" and ", factors.Zip(cell.Point.Operands, (factor, operand) => factor.Said(operand)));

    private static string What(Factor factor) =>
        factor.Title + (factor.Name.EndsWith('*') ? ", multiplied by" : factor.Name.EndsWith('+') ? ", with so much more" : "");

    private string Notes(bool hasNumbers)
    {
        var widest = cells.Values.Select(cell => cell.Upper95 - cell.Lower95).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max() / 2;
        var interval = double.IsFinite(widest)
            ? $"A cell has no room for its interval: the widest 95 % interval is ± {NumberText.Plain(widest, decimals)}."
            : "One replication: there is no interval.";
        return $"The stronger the colour, the more.{(hasNumbers ? "" : " The numbers stand in sweep.csv.")} {interval}{(cells.Values.Any(cell => !double.IsFinite(cell.Mean)) ? " Hatched: no value." : "")}";
    }

    private string Describe() => $"Heat map, {What(factors[0])} from top to bottom, {What(factors[1])} from left to right. "
        + $"Least {NumberText.Plain(low, decimals)}, most {NumberText.Plain(high, decimals)} {Any.Unit}.";

    private string Text(SweepRow cell) => NumberText.Plain(cell.Mean, decimals);

    private int StepOf(double mean) => high > low ? (int)Math.Min(KeySteps - 1, KeySteps * (mean - low) / (high - low)) : KeySteps / 2;

    private static string ColourOf(int step) => Palette.Sequential((step + 0.5) / KeySteps);

    private sealed record Box(double X, double Y, double Width, double Height);
}
