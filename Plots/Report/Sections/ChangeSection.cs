using System.Globalization;
using FlowSim.Plots.Report.Html;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

/// <summary>What each scenario changes in words, and what it costs; then why and on whose word, as it is written.</summary>
internal static class ChangeSection
{
    public static PageSection Of(ReportData data)
    {
        var scenarios = data.Results.System.Scenarios.Where(scenario => scenario.Id != ExperimentPlan.BaselineId
            && (scenario.Changes.Count > 0 || scenario.Investment.Count > 0)).ToList();
        return new PageSection("changes", "What each scenario changes", "page", scenarios.Count == 0 ? null : page => Write(page, data, scenarios));
    }

    private static void Write(HtmlWriter page, ReportData data, List<ScenarioFacts> scenarios)
    {
        page.Element("p",
            "In words, by reason; an arrow leads from the baseline to what stands there once the change is made in full. Below, to be opened, the changes as they are written in the scenario's file, in the order in which they are made. A range says what is held to be plausible; the run used the value.");
        for (var index = 0; index < scenarios.Count; index++)
        {
            Scenario(page, data, scenarios, index);
        }
    }

    /// <summary>Of a scenario that is made of others, what stands under those others is not written out again.</summary>
    private static void Scenario(HtmlWriter page, ReportData data, List<ScenarioFacts> scenarios, int index)
    {
        var scenario = scenarios[index];
        var parts = scenario.Parts.Where(part => part != scenario.Id).ToList();
        var shown = scenarios.FindAll(other => parts.Contains(other.Id));
        var changes = scenario.Changes.Except(shown.SelectMany(other => other.Changes)).ToList();
        var investment = scenario.Investment.Except(shown.SelectMany(other => other.Investment)).ToList();
        page.Element("h3", scenario.Title);
        if (parts.Count > 0)
        {
            var own = changes.Count + investment.Count == 0 ? " It changes nothing beside these." : shown.Count > 0 ? " Beside their changes:" : "";
            page.Element("p", $"Made of: {string.Join("; ", parts.Select(data.TitleOf))}.{own}");
        }

        ChangeSentences.Write(page, changes);
        if (changes.Count > 0)
        {
            // Results of earlier versions do not say it in words.
            var isAll = changes.TrueForAll(change => change.What.Length == 0);
            page.Open("details", ("open", isAll ? "" : null)).Element("summary", "As written, with range and source").EndLine();
            ReportTable.Write(page, FormattableString.Invariant($"changes-{index + 1}"), FormattableString.Invariant($"{scenario.Title}: changes ({changes.Count})"),
                ["What", "Edit", "Value", "Why", "Status", "Range", "Source", "From"],
                changes.ConvertAll(change =>
                    (IReadOnlyList<string>)[change.Path, change.Edit, change.Value, change.Reason, change.Status, change.Range, change.Source, change.From]));
            page.Close();
        }

        if (InvestmentSum.Of(scenario.Investment, data.Names.GroupHeading) is { Length: > 0 } sum)
        {
            page.Element("p", $"Investment{(shown.Exists(other => other.Investment.Count > 0) ? ", with that of what it is made of" : "")}: {sum}.");
        }

        if (investment.Count > 0)
        {
            ReportTable.Write(page, FormattableString.Invariant($"investment-{index + 1}"), $"{scenario.Title}: investment",
                ["For", "Partner", "Amount", "Recurrent", "From", "Price year", "Source"],
                investment.ConvertAll(line =>
                    (IReadOnlyList<string>)[line.Line, data.Names.GroupHeading(line.Partner), Pounds(line.Amount), YesOrNo(line.Recurrent), line.From,
                        line.PriceYear, line.Source]));
        }
    }

    /// <summary><c>1100000 GBP per year</c> as people write it; anything else as it is.</summary>
    private static string Pounds(string amount)
    {
        var words = amount.Split(' ', 3);
        return words.Length >= 2 && words[1] == "GBP"
            && decimal.TryParse(words[0], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pounds)
            ? string.Create(CultureInfo.InvariantCulture,
                $"{(pounds < 0 ? "−" : "")}£{Math.Abs(pounds):#,0.##}{(words.Length == 3 ? " " + words[2].Replace("per year", "a year", StringComparison.Ordinal) : "")}")
            : amount;
    }

    private static string YesOrNo(string value) => value switch { "true" => "yes", "false" => "no", _ => value };
}
