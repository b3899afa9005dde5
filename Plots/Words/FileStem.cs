namespace FlowSim.Plots.Words;

/// <summary>A name for a file of a chart: <c>chart-scenario-place</c>.</summary>
internal static class FileStem
{
    public static string Of(string chart, params ReadOnlySpan<string> parts)
    {
        var stem = chart;
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                stem += "-" + new string([.. part.Select(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '+' ? character : '-')]);
            }
        }

        return stem;
    }
}
