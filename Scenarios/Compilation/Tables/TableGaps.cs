using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>
/// Cases for which a table has no row. Where several tables lack those of one place, or of one value, that is told once, with all of them: it is what is to
/// be said of a place that was added.
/// </summary>
internal sealed class TableGaps
{
    private readonly List<Gap> gaps = [];

    /// <summary>Notes that a table has no row for some cases.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">Its path.</param>
    /// <param name="first">The first of them in words.</param>
    /// <param name="more">How many there are beside it.</param>
    /// <param name="shared">What is the same in all of them: key or dimension, and value.</param>
    public void Note(TableData table, string path, string first, int more, IEnumerable<(string Key, string Value)> shared) =>
        gaps.Add(new Gap(table, path, $"none for {first}{(more > 0 ? $" and {more} more cases" : "")}", [.. shared.Distinct()]));

    /// <summary>One problem for each place or value that several tables lack, and one for each case that is left.</summary>
    /// <param name="problems">Takes them.</param>
    /// <param name="rowless">The rosters without any row of a place, which are told with it and not again.</param>
    public void Tell(ProblemList problems, Func<string, IReadOnlyList<TableData>> rowless)
    {
        var tables = gaps.SelectMany(gap => gap.Shared.Select(value => (Value: value, gap.Table.Name))).Distinct()
            .GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.Count());
        foreach (var group in gaps.GroupBy(gap => Cause(gap, tables)))
        {
            if (group.Key is { } cause)
            {
                TellAll(cause, [.. group.Select(gap => gap.Table).Distinct().OrderBy(table => table.Name, StringComparer.Ordinal)], problems, rowless);
                continue;
            }

            foreach (var gap in group)
            {
                problems.Error(gap.Table.Where, gap.Path, "a row for every case", gap.Cases, "Add the row, or one with *.");
            }
        }
    }

    /// <summary>What most other tables lack too; null where no other table does.</summary>
    private static (string Key, string Value)? Cause(Gap gap, Dictionary<(string Key, string Value), int> tables)
    {
        var most = gap.Shared.OrderByDescending(value => tables[value]).FirstOrDefault();
        return most.Key is not null && tables[most] > 1 ? most : null;
    }

    private static void TellAll((string Key, string Value) cause, List<TableData> tables, ProblemList problems,
        Func<string, IReadOnlyList<TableData>> rowless)
    {
        var rosters = rowless(cause.Value);
        var hours = rosters.Count == 0 ? "" : $", and hours in {Count(rosters.Count, "roster")}: {string.Join(", ", rosters.Select(roster => roster.Name))}";
        problems.Error(tables[0].Where, "tables",
            $"rows for {cause.Key} {cause.Value}, or with *, in {Count(tables.Count, "table")}: {string.Join(", ", tables.Select(table => table.Name))}{hours}", "none",
            $"Of a place that a scenario adds, \"like: PLACE\" takes over the rows of another, and \"add: tables.{tables[0].Name}[{cause.Key}={cause.Value}]\" adds one.");
    }

    private static string Count(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private sealed record Gap(TableData Table, string Path, string Cases, List<(string Key, string Value)> Shared);
}
