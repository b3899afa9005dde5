namespace FlowSim.Plots.Dots;

/// <summary>Spreads groups over pages that a sheet of paper can hold.</summary>
internal static class DotPages
{
    /// <summary>Pages of groups; a group longer than a page goes on on the next.</summary>
    /// <param name="groups">In order.</param>
    /// <param name="heightOfRow">Height of a row [pt].</param>
    /// <param name="groupOverhead">Heading and gap of a group [pt].</param>
    /// <param name="room">Height for groups on a page [pt].</param>
    public static IReadOnlyList<IReadOnlyList<DotGroup>> Of(IReadOnlyList<DotGroup> groups, Func<DotRow, double> heightOfRow, double groupOverhead, double room)
    {
        var pages = new List<List<DotGroup>> { new() };
        var used = 0.0;
        foreach (var group in groups)
        {
            var whole = groupOverhead + group.Rows.Sum(heightOfRow);
            if (used > 0 && used + whole > room && (whole <= room || used > room / 2))
            {
                pages.Add([]);
                used = 0;
            }

            foreach (var part in Parts(group, heightOfRow, room - groupOverhead, room - used - groupOverhead))
            {
                var height = groupOverhead + part.Rows.Sum(heightOfRow);
                if (used > 0 && used + height > room)
                {
                    pages.Add([]);
                    used = 0;
                }

                pages[^1].Add(part);
                used += height;
            }
        }

        return pages;
    }

    private static IEnumerable<DotGroup> Parts(DotGroup group, Func<DotRow, double> heightOfRow, double room, double first)
    {
        var rows = new List<DotRow>();
        var (used, left, part) = (0.0, first, 0);
        foreach (var row in group.Rows)
        {
            if (rows.Count > 0 && used + heightOfRow(row) > left)
            {
                yield return Part(group, rows, part++);
                (rows, used, left) = ([], 0, room);
            }

            rows.Add(row);
            used += heightOfRow(row);
        }

        yield return Part(group, rows, part);
    }

    private static DotGroup Part(DotGroup group, List<DotRow> rows, int part) =>
        group with { Rows = rows, Heading = part == 0 || group.Heading.Length == 0 ? group.Heading : $"{group.Heading} (continued)" };
}
