using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using static FlowSim.Scenarios.Checklist.ChecklistBlock;

namespace FlowSim.Scenarios.Checklist;

/// <summary>Section 3 of the checklist: where the numbers are from, what they are, which of them are assumed.</summary>
internal static class DataItems
{
    /// <summary>A table of more rows is named, not printed.</summary>
    private const int PrintedRows = 24;

    public static IEnumerable<ChecklistItem> Of(DescribedSystem system)
    {
        yield return new ChecklistItem("3", "Data", []);
        yield return new ChecklistItem("3.1", "Data sources", [.. Sources(system)]);
        yield return new ChecklistItem("3.2", "Pre-processing", [.. PreProcessing(system)]);
        yield return new ChecklistItem("3.3", "Input parameters", [.. Inputs(system)]);
        yield return new ChecklistItem("3.4", "Assumptions", [.. Assumptions(system)]);
    }

    private static IEnumerable<ChecklistBlock> Sources(DescribedSystem system)
    {
        var sourced = system.Numbers.Where(number => number.Source.Length > 0).ToList();
        if (sourced.Count == 0)
        {
            yield return new Missing("No number says where it is from. Write it as `source:` beside a value, or in a column `source` of a table.");
            yield break;
        }

        yield return new Paragraph(FormattableString.Invariant(
            $"{sourced.Count} of {system.Numbers.Count} numbers name a source (a number is one value, or one row of a table)."));
        yield return new Grid("Sources", ["Source", "Numbers", "Status", "Where"],
            [.. sourced.GroupBy(number => number.Source).OrderByDescending(group => group.Count()).Select(group => (IReadOnlyList<string>)[
                group.Key, FormattableString.Invariant($"{group.Count()}"), string.Join(", ", group.Select(Status).Distinct()),
                string.Join(", ", group.Select(Stem).Distinct().Select(stem => $"`{stem}`"))])]);
    }

    private static IEnumerable<ChecklistBlock> PreProcessing(DescribedSystem system)
    {
        var derived = system.Numbers.Where(number => number.Status == "derived").ToList();
        if (derived.Count == 0)
        {
            yield return new Missing(
                "No number is marked as worked out from others (`status: derived`). If data were cleaned, fitted or combined before they were written here, say so in `note:` of the number, or here.");
            yield break;
        }

        yield return new Paragraph(
            $"{DescribedSystem.Count(derived.Count, "number is", "numbers are")} marked as worked out from others; how, their source and note say.");
        yield return Together("Derived numbers", derived);
    }

    private static IEnumerable<ChecklistBlock> Inputs(DescribedSystem system)
    {
        var values = system.Numbers.Where(number => !IsOfTable(number)).ToList();
        if (values.Count > 0)
        {
            yield return new Grid("Values of the description", ["Where", "Value", "Status", "Range", "Acts on"],
                [.. values.Select(number =>
                    (IReadOnlyList<string>)[$"`{number.Path}`", number.Value, Status(number), number.Range, NumberWords.UsedBy(number, system.Words)])]);
        }

        var tables = ByName(SystemFolder.Tables, system.Files.Tables).Concat(ByName(SystemFolder.Rosters, system.Files.Rosters)).ToList();
        if (tables.Count > 0)
        {
            yield return new Paragraph(FormattableString.Invariant(
                $"Tables and rosters follow, in full up to {PrintedRows} rows; of a longer one the file is named, which belongs to the description. `*` means any; of two rows that fit, the more exact one holds."));
        }

        foreach (var (section, table) in tables)
        {
            yield return Printed(system, section, table);
        }
    }

    private static IEnumerable<(string Section, TableData Table)> ByName(string section, Dictionary<string, TableData> tables) =>
        tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal).Select(table => (section, table));

    private static ChecklistBlock Printed(DescribedSystem system, string section, TableData table)
    {
        var readers = NumberWords.Of(SystemNumbers.ReadersOf(system.Files, system.Description).Of(section, table.Name), system.Words);
        var caption = $"{DescribedSystem.Heading(section[..^1])} `{table.Name}`{(readers.Length == 0 ? "" : $", used by {readers}")}";
        if (table.Rows.Count > PrintedRows)
        {
            var keys = system.Tables.KeysOf(section, table);
            return new Paragraph(FormattableString.Invariant(
                $"{caption}: {table.Rows.Count} rows{(keys.Count == 0 ? "" : $" by {string.Join(", ", keys)}")}, in {table.Where.File}."));
        }

        var columns = Enumerable.Range(0, table.Columns.Length)
            .Where(column => !TableColumns.IsMetadata(table.Columns[column]) || table.Columns[column] is "status" or "range").ToList();
        return new Grid(caption, [.. columns.Select(column => table.Columns[column])],
            [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(column => row.Cells[column].Trim())])]);
    }

    private static IEnumerable<ChecklistBlock> Assumptions(DescribedSystem system)
    {
        yield return new Paragraph(NumberWords.Counts(system.Numbers) + " `flowsim assumptions` lists them one by one.");
        var ranged = system.Numbers.Count(number => number.Range.Length > 0);
        if (ranged > 0)
        {
            yield return new Paragraph(FormattableString.Invariant(
                $"{ranged} of them {(ranged == 1 ? "comes" : "come")} with a range of what is plausible. A run uses the value; the intervals of its results do not hold the ranges."));
        }

        var assumed = system.Numbers.Where(number => number.Status == "assumed").ToList();
        if (assumed.Count > 0)
        {
            yield return Together("Assumed numbers", assumed);
        }

        var unsaid = system.Numbers.Where(number => number.Status.Length == 0).ToList();
        if (unsaid.Count > 0)
        {
            yield return new Missing(
                $"{DescribedSystem.Count(unsaid.Count, "number says", "numbers say")} nothing about {(unsaid.Count == 1 ? "its" : "their")} origin (`flowsim assumptions --status none`). Write `status:` and `source:` beside a value, or columns of these names in a table.");
        }
    }

    /// <summary>Numbers of one table with the same origin in one row.</summary>
    private static Grid Together(string caption, IReadOnlyList<DescribedNumber> numbers) =>
        new(caption, ["Where", "Value", "Range", "Source", "Note"],
            [.. numbers.GroupBy(number => (Place: IsOfTable(number) ? Stem(number) : number.Path, number.Range, number.Source, number.Note)).Select(group =>
                (IReadOnlyList<string>)[
                    $"`{group.Key.Place}`", group.Count() == 1 ? group.First().Value : FormattableString.Invariant($"{group.Count()} rows"), group.Key.Range,
                    group.Key.Source, group.Key.Note])]);

    private static string Status(DescribedNumber number) => number.Status.Length == 0 ? "not said" : number.Status;

    private static bool IsOfTable(DescribedNumber number) =>
        number.Path.StartsWith(SystemFolder.Tables + ".", StringComparison.Ordinal)
            || number.Path.StartsWith(SystemFolder.Rosters + ".", StringComparison.Ordinal);

    private static string Stem(DescribedNumber number) => IsOfTable(number) ? number.Path.Split('[')[0] : number.Path;
}
