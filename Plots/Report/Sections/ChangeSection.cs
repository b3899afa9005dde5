using FlowSim.Plots.Report.Html;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

/// <summary>What each scenario changes, why, on whose word, and what it costs.</summary>
internal static class ChangeSection
{
    public static PageSection Of(ReportData data)
    {
        var scenarios = data.Results.System.Scenarios.Where(scenario => scenario.Id != ExperimentPlan.BaselineId && (scenario.Changes.Count > 0 || scenario.Investment.Count > 0)).ToList();
        return new PageSection("changes", "What each scenario changes", "page", scenarios.Count == 0 ? null : page => Write(page, data, scenarios));
    }

    private static void Write(HtmlWriter page, ReportData data, List<ScenarioFacts> scenarios)
    {
        page.Element("p", "Changes as they are written in the scenario's file, in the order in which they are made. A range says what is held to be plausible; the run used the value.");
        for (var index = 0; index < scenarios.Count; index++)
        {
            var scenario = scenarios[index];
            page.Element("h3", scenario.Title);
            var others = scenario.Parts.Where(part => part != scenario.Id).ToList();
            if (others.Count > 0)
            {
                page.Element("p", $"Made of: {string.Join("; ", others.Select(data.TitleOf))}.");
            }

            if (scenario.Changes.Count > 0)
            {
                ReportTable.Write(page, FormattableString.Invariant($"changes-{index + 1}"), FormattableString.Invariant($"Changes: {scenario.Changes.Count}"),
                    ["What", "Edit", "Value", "Why", "Status", "Range", "Source", "From"],
                    [.. scenario.Changes.Select(change => (IReadOnlyList<string>)[change.Path, change.Edit, change.Value, change.Reason, change.Status, change.Range, change.Source, change.From])]);
            }

            if (scenario.Investment.Count > 0)
            {
                ReportTable.Write(page, FormattableString.Invariant($"investment-{index + 1}"), "Investment",
                    ["For", "Partner", "Amount", "Recurrent", "From", "Price year", "Source"],
                    [.. scenario.Investment.Select(line => (IReadOnlyList<string>)[line.Line, line.Partner, line.Amount, line.Recurrent, line.From, line.PriceYear, line.Source])]);
            }
        }
    }
}
