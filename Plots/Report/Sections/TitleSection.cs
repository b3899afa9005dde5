using FlowSim.Plots.Report.Html;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

/// <summary>What was asked: which system, which scenarios, which time. A run that was interrupted says so before anything else.</summary>
internal static class TitleSection
{
    public static void Write(HtmlWriter page, ReportData data)
    {
        var run = data.Results.Run;
        page.Open("header");
        page.Element("p", "Simulation report", ("class", "kind"));
        page.Element("h1", data.Results.System.Title);
        page.Element("p", Asked(data), ("class", "asked"));
        if (!run.Complete)
        {
            page.Element("p", Interrupted(run), ("class", "warning"), ("role", "note"));
        }

        page.Close();
    }

    private static string Asked(ReportData data)
    {
        var period = data.During(data.Period);
        var run = data.Results.Run;
        var time = ReportPeriods.IsOfSpinUp(run, data.Period) ? " It is the last year of the spin-up, before scenarios branch off."
            : run.HasDates ? $" Measured: {ReportDates.InWords(run)}."
            : FormattableString.Invariant($" Measured for {run.Days:0.##} days.");
        return data.IsComparison
            ? FormattableString.Invariant(
                $"What does {(data.Compared.Count == 1 ? $"“{data.TitleOf(data.Compared[0])}” change" : $"each of {data.Compared.Count} scenarios change")} {period}, compared with the system as it is described (the baseline)?{time}")
            : $"What does “{data.TitleOf(data.Reference)}” give {period}? Nothing was compared.{time}";
    }

    private static string Interrupted(RunFacts run) => FormattableString.Invariant(
        $"INCOMPLETE: this run did not come to its end. {run.Replications} of {run.ReplicationsPlanned} replications are finished for all scenarios; the intervals are wider than planned, and rows rest on different numbers of replications.");
}
