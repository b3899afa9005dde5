namespace FlowSim.Plots.Svg;

/// <summary>Puts labels side by side at wished positions, in as few rows as they need without touching.</summary>
internal static class LabelRows
{
    private const double Gap = 5;

    /// <summary>Left side and row (0 the lowest) of each label, in the order given.</summary>
    /// <param name="labels">Centre wished for and width [pt].</param>
    /// <param name="left">Where labels may begin [pt].</param>
    /// <param name="right">Where they must end [pt].</param>
    public static IReadOnlyList<(double Left, int Row)> Place(IReadOnlyList<(double Centre, double Width)> labels, double left, double right)
    {
        var placed = new (double Left, int Row)[labels.Count];
        var ends = new List<double>();
        foreach (var index in Enumerable.Range(0, labels.Count).OrderBy(index => labels[index].Centre))
        {
            var (centre, width) = labels[index];
            var start = Math.Max(left, Math.Min(centre - (width / 2), right - width));
            var row = ends.FindIndex(end => end + Gap <= start);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = start + width;
            placed[index] = (start, row);
        }

        return placed;
    }
}
