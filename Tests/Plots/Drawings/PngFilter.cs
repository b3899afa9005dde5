namespace FlowSim.Tests.Plots.Drawings;

/// <summary>The five ways in which PNG writes a row as differences from its neighbours (PNG specification, third edition, section 9).</summary>
internal static class PngFilter
{
    /// <summary>Puts the values of a row back in place; false for a filter that does not exist.</summary>
    /// <param name="filter">0 none, 1 left, 2 above, 3 mean of both, 4 Paeth.</param>
    /// <param name="row">The row as written.</param>
    /// <param name="above">The row above, put back already; empty for the first.</param>
    /// <param name="step">Bytes a pixel.</param>
    public static bool Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        for (var i = 0; i < row.Length && filter != 0; i++)
        {
            var left = i < step ? 0 : row[i - step];
            var up = above.IsEmpty ? 0 : above[i];
            var corner = above.IsEmpty || i < step ? 0 : above[i - step];
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Paeth(left, up, corner),
            });
        }

        return filter <= 4;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
