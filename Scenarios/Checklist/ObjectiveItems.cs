using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results;
using static FlowSim.Scenarios.Checklist.ChecklistBlock;

namespace FlowSim.Scenarios.Checklist;

/// <summary>Section 1 of the checklist: what the model is for, what it tells, what is tried with it.</summary>
internal static class ObjectiveItems
{
    public static IEnumerable<ChecklistItem> Of(DescribedSystem system)
    {
        yield return new ChecklistItem("1", "Objectives", []);
        yield return new ChecklistItem("1.1", "Purpose of the model", [.. Purpose(system)]);
        yield return new ChecklistItem("1.2", "Model outputs", [.. Outputs(system)]);
        yield return new ChecklistItem("1.3", "Experimentation aims", [.. Aims(system)]);
    }

    private static string Population(DescribedSystem system)
    {
        if (system.Description.Population is not { } served)
        {
            return "";
        }

        string[] people = served.Whole is { } whole ? [whole.Text] : [.. served.ByPlace.Select(one => one.People.Text)];
        double[] numbers = [.. people.Select(one => NumberText.TryParse(one, out var number, out _) ? number : 0)];
        return served.Table is { } use
            ? $", people by place in table `{use.Table}`"
            : FormattableString.Invariant($", a population of {numbers.Sum():#,0}");
    }

    private static IEnumerable<ChecklistBlock> Purpose(DescribedSystem system)
    {
        yield return new Paragraph($"The model simulates: {system.Facts.Title}{Population(system)}.");
        yield return new Missing(
            "A description does not say for whom and for which decision the model was made. Write it here, and as the first of `notes:` in system.yaml, so that it is printed with every result.");
        if (system.Facts.Notes.Length > 0)
        {
            yield return new Paragraph("Its authors note:");
            yield return new Points(system.Facts.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private static IEnumerable<ChecklistBlock> Outputs(DescribedSystem system)
    {
        var declared = system.Facts.Measures.Where(measure => measure.Quantity.Length > 0).ToList();
        var headline = system.Facts.Headline.Select(id => system.Facts.Measures.FirstOrDefault(measure => measure.Id == id)).OfType<MeasureFacts>().ToList();
        if (headline.Count > 0)
        {
            yield return Measures(system, "Headline measures, in the order of the table that is printed", headline);
        }

        var others = declared.Except(headline).ToList();
        if (others.Count > 0)
        {
            yield return Measures(system, "Further measures", others);
        }

        if (system.Facts.Timelines.Count > 0)
        {
            yield return new Grid("Series over time", ["Series", "Of", "Resolution"],
                [.. system.Facts.Timelines.Select(series => (IReadOnlyList<string>)[
                    DescribedSystem.Named(system.Words.Measure(series.Id), series.Id),
                    series.Pools.Count == 0
                        ? "patients between two points of their way"
                        : string.Join(", ", series.Pools.Select(pool => pool.Split('@')[0]).Distinct().Select(system.Words.Pool)),
                    series.HoursOfWeek ? "hour of the week" : series.At is { } at ? $"day, at {at}" : "day"])]);
        }

        yield return new Paragraph(
            "Every run also reports, for each stage at which patients wait, the waits (mean, median, 90th and 95th centile), who started, who gave up and who still waits at the end, and, for each pool, units open, in use and utilisation, and the length of its queue. All are reported by year of the measured period, some by month, for each place and for the whole system.");
    }

    private static Grid Measures(DescribedSystem system, string caption, IReadOnlyList<MeasureFacts> measures) =>
        new(caption, ["Measure", "Unit", "Definition", "Source of the definition", "Held against", "Better"],
            [.. measures.Select(measure => (IReadOnlyList<string>)[
                DescribedSystem.Named(system.Words.Measure(measure.Id), measure.Id),
                measure.Unit,
                measure.Definition,
                measure.Source == WordsCompiler.NoSource ? "" : measure.Source,
                string.Join(", ", measure.Standards.Select(standard => FormattableString.Invariant(
                    $"{(standard.Group.Length > 0 ? system.Words.Name(standard.Group) + ": " : "")}{standard.Value:0.####} ({standard.Name})"))),
                measure.Better])]);

    private static IEnumerable<ChecklistBlock> Aims(DescribedSystem system)
    {
        if (system.Facts.Scenarios.Count == 0)
        {
            yield return new Missing("The system has no scenarios. Write one as `scenarios/ID.yaml` beside system.yaml.");
            yield break;
        }

        yield return new Paragraph(
            "Each scenario below is compared with the baseline, the system as described. What each changes stands under 2.3; how differences are estimated, under 4.3.");
        yield return new Grid("Scenarios", ["Scenario", "Made of", "Changes", "Compared by default"],
            [.. system.Facts.Scenarios.Select(scenario => (IReadOnlyList<string>)[
                DescribedSystem.Named(ScenarioItems.TitleOf(system, scenario), scenario.Id),
                string.Join(", ", scenario.Parts.Where(part => part != scenario.Id).Select(system.Facts.TitleOf)),
                FormattableString.Invariant($"{scenario.Changes.Count}"),
                system.Description.Compare.Count == 0 || system.Description.Compare.Any(one => one.Text == scenario.Id) ? "yes" : "no"])]);
    }
}
