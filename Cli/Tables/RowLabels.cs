using FlowSim.Plots.Words;

namespace FlowSim.Cli.Tables;

/// <summary>The first column: a measure with its unit on a line of its own, its places indented below; one line where the system is the only place.</summary>
internal static class RowLabels
{
    /// <summary>Lines in order; <c>Row</c> is null where the line only names the measure.</summary>
    public static IReadOnlyList<(string Label, HeadlineRow? Row)> Of(IReadOnlyList<HeadlineRow> rows, SystemNames names)
    {
        var lines = new List<(string, HeadlineRow?)>();
        foreach (var measure in rows.GroupBy(row => row.Measure))
        {
            var places = measure.ToList();
            var head = $"{names.Measure(measure.Key)} ({places[0].Unit})";
            if (places.Count == 1 && places[0] is { Place: "system", Group: "" })
            {
                lines.Add((head, places[0]));
                continue;
            }

            lines.Add((head, null));
            lines.AddRange(places.Select(row => ("  " + Place(row, names), (HeadlineRow?)row)));
        }

        return lines;
    }

    private static string Place(HeadlineRow row, SystemNames names) =>
        row.Group.Length == 0
            ? names.Place(row.Place)
            : row.Place == "system" ? names.GroupHeading(row.Group)
            : $"{names.Place(row.Place)}, {names.Group(row.Group)}";
}
