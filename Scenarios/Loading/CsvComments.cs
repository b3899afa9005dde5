namespace FlowSim.Scenarios.Loading;

/// <summary>
/// Comments in CSV: lines that begin with <c>#</c> and a blank, or are <c>#</c> alone. A line such as <c>#N/A,3</c> is data: it is
/// how a spreadsheet writes a cell that it could not compute.
/// </summary>
internal static class CsvComments
{
    /// <summary>Overwrites comments with blanks, so that lines keep their numbers; a line within a quoted cell is none.</summary>
    public static void Blank(Span<byte> text)
    {
        var isQuoted = false;
        while (text.Length > 0)
        {
            var end = text.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? text : text[..end];
            if (!isQuoted && IsComment(line))
            {
                line.Fill((byte)' ');
            }

            isQuoted ^= line.Count((byte)'"') % 2 == 1;
            text = end < 0 ? [] : text[(end + 1)..];
        }
    }

    /// <summary>True for a comment; a spreadsheet may have put commas behind it, one for each column.</summary>
    private static bool IsComment(ReadOnlySpan<byte> line) =>
        line.Length > 0 && line[0] == '#' && (line.Length == 1 || line[1] is (byte)' ' or (byte)'\t' || line[1..].TrimEnd(", "u8).Length == 0);
}
