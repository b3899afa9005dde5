namespace FlowSim.Benchmarks.Harness;

/// <summary>A table that reads well as text and is Markdown.</summary>
internal static class TextTable
{
    public static string Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> all = [header, .. rows];
        var widths = Enumerable.Range(0, header.Count).Select(column => all.Max(row => row[column].Length)).ToArray();
        all.Insert(1, [.. widths.Select(width => new string('-', width))]);
        return string.Concat(all.Select(row => "| " + string.Join(" | ", row.Zip(widths, (cell, width) => cell.PadRight(width))) + " |\n"));
    }
}
