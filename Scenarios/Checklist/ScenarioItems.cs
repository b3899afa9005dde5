using FlowSim.Scenarios.Results;
using static FlowSim.Scenarios.Checklist.ChecklistBlock;

namespace FlowSim.Scenarios.Checklist;

/// <summary>Item 2.3 of the checklist: what each scenario changes and costs.</summary>
internal static class ScenarioItems
{
    public static IEnumerable<ChecklistBlock> Of(DescribedSystem system)
    {
        if (system.Facts.Scenarios.Count == 0)
        {
            yield return new Paragraph("There are no scenarios: only the system as described is run.");
            yield break;
        }

        yield return new Paragraph(
            "A scenario is a list of changes to the description; everything else is as in the baseline, and the same patients come with the same random numbers. A path names what is changed. A change without a date holds from the day on which scenarios begin.");
        foreach (var scenario in system.Facts.Scenarios)
        {
            yield return Changes(system, scenario);
            if (scenario.Investment.Count > 0)
            {
                yield return new Grid($"{TitleOf(system, scenario)}: what it costs", ["For", "Partner", "Amount", "Recurrent", "From", "Price year", "Source"],
                    [.. scenario.Investment.Select(line => (IReadOnlyList<string>)[
                        line.Line, system.Words.Name(line.Partner), line.Amount, line.Recurrent == "true"
                            ? "yes"
                            : "no", line.From, line.PriceYear, line.Source])]);
            }
        }
    }

    /// <summary>Its title; its id read as words where it has none.</summary>
    public static string TitleOf(DescribedSystem system, ScenarioFacts scenario) =>
        scenario.Title == scenario.Id ? DescribedSystem.Heading(system.Words.Name(scenario.Id)) : scenario.Title;

    private static Grid Changes(DescribedSystem system, ScenarioFacts scenario)
    {
        var included = scenario.Parts.Where(part => part != scenario.Id).Select(system.Facts.TitleOf).ToList();
        var made = included.Count == 0 ? "" : $" (made of: {string.Join("; ", included)})";
        return new Grid($"{TitleOf(system, scenario)} (`{scenario.Id}`){made}", ["Acts on", "Change", "Reason", "From", "Status", "Range", "Source"],
            [.. scenario.Changes.Select(change => (IReadOnlyList<string>)[
                change.What + Values(change), $"`{change.Edit} {change.Path}`{Operand(change)}", change.Reason, change.From, change.Status, change.Range,
                change.Source])]);
    }

    /// <summary>What stands there before and after, where that is known.</summary>
    private static string Values(ChangeFacts change) => change is { Before.Length: > 0, After.Length: > 0 } ? $" ({change.Before} → {change.After})" : "";

    private static string Operand(ChangeFacts change) =>
        change.Value.Length == 0 ? "" : change.Edit switch { "set" => " to ", "add" or "scale" => " by ", _ => " " } + Shown(change.Value);

    /// <summary>A new part is long; it is told as it stands.</summary>
    private static string Shown(string value) => value.Contains('{', StringComparison.Ordinal) ? $"`{value}`" : value;
}
