using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Numbers;

/// <summary>Every number of a description, with where it is from and what it acts on.</summary>
public static class SystemNumbers
{
    private const string Population = "population";
    private const string Calendars = "calendars";
    private static readonly string[] Sections = ["streams", "stages", "pools"];

    /// <summary>
    /// The numbers of a system as a scenario leaves it, and then those of the scenario's changes; null with the problems said if the scenario cannot be made.
    /// Measures, headings and the run are no numbers about the world and are left out.
    /// </summary>
    /// <param name="files">The system without changes.</param>
    /// <param name="scenario">An id of <see cref="SystemFiles.Scenarios"/>, or <c>baseline</c>.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<DescribedNumber>? Of(SystemFiles files, string scenario, ProblemList problems)
    {
        if (ScenarioApplier.Apply(files, scenario, problems) is not { } changed)
        {
            return null;
        }

        var description = SystemBinding.Bind(changed.Files, problems);
        return [.. Of(changed.Files, description), .. changed.Scenario.Changes.Select(change => Of(change, changed.Files, description))];
    }

    /// <summary>The numbers of a description: the YAML in written order, then tables, then rosters.</summary>
    internal static IReadOnlyList<DescribedNumber> Of(SystemFiles files, SystemDescription description)
    {
        var leaves = Leaves(files, description);
        var readers = ReadersOf(leaves, description);
        var tables = new TableNumbers(description, readers);
        return
        [
            .. OfYaml(files, description, leaves, readers).OrderBy(number => number.Section).Select(number => number.Number),
            .. tables.Of(SystemFolder.Tables, files.Tables), .. tables.Of(SystemFolder.Rosters, files.Rosters),
        ];
    }

    /// <summary>Which parts read a table.</summary>
    internal static TableReaders ReadersOf(SystemFiles files, SystemDescription description) => ReadersOf(Leaves(files, description), description);

    private static TableReaders ReadersOf(IReadOnlyList<WrittenLeaf> leaves, SystemDescription description) =>
        new(leaves, description.Calendars.Select(calendar => calendar.Name.Text));

    private static List<WrittenLeaf> Leaves(SystemFiles files, SystemDescription description)
    {
        var holders = description.Assumptions.Select(one => one.Path).ToHashSet(StringComparer.Ordinal);
        return [.. Sections.Where(files.Root.Has).SelectMany(section => WrittenLeaf.Of(section, files.Root[section]!, holders))];
    }

    private static IEnumerable<(int Section, DescribedNumber Number)> OfYaml(
        SystemFiles files, SystemDescription description, IReadOnlyList<WrittenLeaf> leaves, TableReaders readers)
    {
        var look = new NumberLook(description);
        var hours = description.Calendars.DistinctBy(one => one.Name.Text).ToDictionary(one => $"{Calendars}.{one.Name.Text}", StringComparer.Ordinal);
        var held = leaves.Where(leaf => leaf.Holder.Length > 0).ToLookup(leaf => leaf.Holder);
        foreach (var one in description.Assumptions.Where(one => !IsOfTable(one.Path)))
        {
            var value = one.Value.Length > 0 ? one.Value
                : hours.TryGetValue(one.Path, out var calendar) ? HoursOf(calendar)
                : string.Join(", ", held[one.Path].Select(leaf => $"{leaf.Keys[^1]} {leaf.Text}"));
            yield return (SectionOf(one.Path),
                new DescribedNumber(one.Path, value, one.Where)
                {
                    Status = one.Status,
                    Range = one.Range,
                    Source = one.Source,
                    Note = one.Note,
                    UsedBy = UsesOf(one.Path, readers),
                });
        }

        foreach (var leaf in leaves.Where(leaf => leaf.Holder.Length == 0 && look.IsNumber(leaf)))
        {
            yield return (SectionOf(leaf.Path), new DescribedNumber(leaf.Path, leaf.Text, leaf.Where) { UsedBy = [leaf.Use] });
        }

        foreach (var calendar in WithoutOrigin(description))
        {
            yield return (SectionOf(Calendars),
                new DescribedNumber($"{Calendars}.{calendar.Name.Text}", HoursOf(calendar), calendar.Name.Where)
                {
                    UsedBy = readers.Of(Calendars, calendar.Name.Text.Split('@')[0]),
                });
        }

        if (files.Root[Population] is ScalarNode people)
        {
            yield return (SectionOf(Population), new DescribedNumber(Population, people.Text, people.Where) { UsedBy = [new NumberUse(Population, "", "")] });
        }

        foreach (var place in files.Root[Population] is MapNode byPlace && !byPlace.Has(TableColumns.Value) && !byPlace.Has(ValueKeys.Table.Name)
            ? byPlace.Entries : [])
        {
            if (place.Value is ScalarNode some)
            {
                var path = $"{Population}.{place.Key}";
                yield return (SectionOf(path), new DescribedNumber(path, some.Text, some.Where) { UsedBy = [new NumberUse(Population, place.Key, "")] });
            }
        }
    }

    private static IEnumerable<CalendarDescription> WithoutOrigin(SystemDescription description)
    {
        var noted = description.Assumptions.Select(one => one.Path).ToHashSet(StringComparer.Ordinal);
        return description.Calendars.Where(calendar => !noted.Contains($"{Calendars}.{calendar.Name.Text}"));
    }

    /// <summary>What a calendar says in a line.</summary>
    internal static string HoursOf(CalendarDescription calendar)
    {
        var hours = calendar.Open?.Text ?? calendar.At?.Text ?? calendar.Months?.Text
            ?? (calendar.Dates is { } dates
                ? FormattableString.Invariant($"{dates.Count} {(dates.Count == 1 ? "date" : "dates")}")
                : $"{calendar.From}{(calendar.To is { } to ? $" until {to}" : " on")}");
        return calendar.Except.Count == 0 ? hours : $"{hours}, except {string.Join(", ", calendar.Except)}";
    }

    private static IReadOnlyList<NumberUse> UsesOf(string path, TableReaders readers)
    {
        var steps = path.Split('.', '[');
        return steps[0] switch
        {
            SystemFolder.Tables or SystemFolder.Rosters => readers.Of(steps[0], steps.Length > 1 ? steps[1] : ""),
            Calendars => readers.Of(Calendars, steps.Length > 1 ? steps[1].Split('@')[0] : ""),
            _ => [new NumberUse(steps[0], steps.Length > 1 ? steps[1] : "", steps.Length > 2 ? steps[2] : "")],
        };
    }

    private static DescribedNumber Of(ScenarioChange change, SystemFiles files, SystemDescription description)
    {
        var written = change.Value is MapNode map && map.Has(TableColumns.Value) ? map : null;
        string Said(string said, string key) => said.Length > 0 ? said : written?[key]?.ToString() ?? "";
        var value = (written?[TableColumns.Value] ?? change.Value) is { } node ? NodeText.Of(node) : "";
        return new DescribedNumber(change.Label, $"{change.Verb.ToString().ToLowerInvariant()} {change.Path}{Preposition(change)}{value}", change.Where)
        {
            Status = Said(change.Status, "status"),
            Range = Said(change.Range, "range"),
            Source = Said(change.Source, "source"),
            Note = change.Reason,
            UsedBy = UsesOf(change.Path, ReadersOf(files, description)),
        };
    }

    private static string Preposition(ScenarioChange change) => change.Value is null ? "" : change.Verb == ChangeVerb.Set || change.IsNew ? " to " : " by ";

    private static bool IsOfTable(string path) =>
        path.StartsWith(SystemFolder.Tables + ".", StringComparison.Ordinal) || path.StartsWith(SystemFolder.Rosters + ".", StringComparison.Ordinal);

    private static int SectionOf(string path) =>
        Array.IndexOf(Sections, path.Split('.')[0]) is >= 0 and var at ? at : path.Split('.')[0] == Population ? -1 : Sections.Length;
}
