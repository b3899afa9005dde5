namespace FlowSim.Plots.Drawings;

/// <summary>
/// Puts labels above upright lines, each beside its own line, in as few rows as they need: no label touches another, and no line runs through one
/// where that can be had.
/// </summary>
internal static class LabelRows
{
    private const double Gap = 5;
    private const double FromLine = 2;

    /// <summary>Left side and row (0 the lowest) of each label, in the order given; a line reaches up to the row of its label.</summary>
    /// <param name="labels">Position of the line and width of the label [pt].</param>
    /// <param name="left">Where labels may begin [pt].</param>
    /// <param name="right">Where they must end [pt].</param>
    public static IReadOnlyList<(double Left, int Row)> Place(IReadOnlyList<(double Line, double Width)> labels, double left, double right)
    {
        var rightwards = Enumerable.Range(0, labels.Count).OrderBy(index => labels[index].Line).ToList();
        var leftwards = Enumerable.Reverse(rightwards).ToList();
        return new[] { (rightwards, true), (leftwards, true), (rightwards, false), (leftwards, false) }
            .Select(way => InOrder(labels, way.Item1, left, right, lowFirst: way.Item2)).MinBy(result => result.Cost).Placed;
    }

    /// <summary>Writes a label where it was placed. One left of its line ends at it, however wide the font turns out to be.</summary>
    /// <param name="drawing">Where to draw.</param>
    /// <param name="label">What it says.</param>
    /// <param name="style">How.</param>
    /// <param name="left">Where it was placed [pt].</param>
    /// <param name="line">Position of the line [pt].</param>
    /// <param name="baseline">Of the letters [pt].</param>
    public static void Write(Drawing drawing, string label, TextStyle style, double left, double line, double baseline)
    {
        var right = left + TextMeasure.Width(label, style.Size);
        var isBefore = right <= line;
        drawing.Text(isBefore ? right : left, baseline, label, style with { Halo = true }, isBefore ? Anchor.End : Anchor.Start);
    }

    /// <summary>Each label where it agrees with those before it; the cost counts rows, and much more labels that agree nowhere.</summary>
    private static (IReadOnlyList<(double Left, int Row)> Placed, int Cost) InOrder(IReadOnlyList<(double Line, double Width)> labels, List<int> order,
        double left, double right, bool lowFirst)
    {
        var placed = new (double Left, int Row)[labels.Count];
        var (done, lost) = (new List<int>(), 0);
        foreach (var index in order)
        {
            var places = Candidates(labels[index], left, right, labels.Count).ToList();
            if (!lowFirst)
            {
                places = [.. places.OrderBy(place => place.Left > labels[index].Line)];
            }

            var free = places.FindIndex(place => done.TrueForAll(other => Agree(labels[index], place, labels[other], placed[other])));

            // There is a row more than there are labels: one is always empty.
            placed[index] = free >= 0 ? places[free] : places.FindLast(place => done.TrueForAll(other => placed[other].Row != place.Row));
            lost += free >= 0 ? 0 : 1;
            done.Add(index);
        }

        return (placed, placed.Select(place => place.Row).DefaultIfEmpty(0).Max() + (lost * labels.Count));
    }

    /// <summary>
    /// Lower rows first; in a row left of the line, then right of it. Where neither has room the label stays inside and covers its own line's end.
    /// </summary>
    private static IEnumerable<(double Left, int Row)> Candidates((double Line, double Width) label, double left, double right, int highest)
    {
        for (var row = 0; row <= highest; row++)
        {
            var (before, after) = (label.Line - FromLine - label.Width, Math.Max(left, label.Line + FromLine));
            if (before >= left)
            {
                yield return (before, row);
            }

            if (after + label.Width <= right)
            {
                yield return (after, row);
            }

            if (before < left && after + label.Width > right)
            {
                yield return (Math.Max(left, right - label.Width), row);
            }
        }
    }

    private static bool Agree((double Line, double Width) label, (double Left, int Row) place, (double Line, double Width) other, (double Left, int Row) placed)
    {
        var touch = place.Row == placed.Row && place.Left < placed.Left + other.Width + Gap && placed.Left < place.Left + label.Width + Gap;
        return !touch && !Crosses(label.Line, place.Row, placed, other.Width) && !Crosses(other.Line, placed.Row, place, label.Width);
    }

    // A line passes every row below that of its label, and stands beside the label in its own.
    private static bool Crosses(double line, int row, (double Left, int Row) label, double width) =>
        row >= label.Row && line > label.Left - FromLine + 0.01 && line < label.Left + width + FromLine - 0.01;
}
