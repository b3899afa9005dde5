using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>How the numbers came about, in plain words, and what is needed to get them again.</summary>
internal static class MethodSection
{
    public static PageSection Of(ReportData data) => new("methods", "How this was done", "page", page => Write(page, data));

    /// <summary><c>6 replications</c>.</summary>
    public static string Replications(RunFacts run) =>
        FormattableString.Invariant($"{run.Replications} {(run.Replications == 1 ? "replication" : "replications")}");

    private static void Write(HtmlWriter page, ReportData data)
    {
        var run = data.Results.Run;
        if (data.Results.System.Notes.Length > 0)
        {
            page.Element("h3", "About the system").Open("ul").EndLine();
            Array.ForEach(data.Results.System.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries), note => page.Element("li", note));
            page.Close();
        }

        page.Element("h3", "In three sentences");
        page.Element("p",
            "FlowSim follows every patient from stage to stage; waits, full wards and delayed transfers are not put in, they come out. Each scenario is run with the same patients and the same random numbers as the baseline (common random numbers), so that what differs is due to the scenario and not to who happened to come. That is repeated with other patients, once a replication, and the differences of the replications give the mean and its interval.");
        page.Element("h3", "What an interval means, and what it does not");
        page.Element("p",
            "If the whole experiment were repeated with other random numbers, about 19 in 20 such intervals would contain the effect that the model has in truth. An interval holds chance only. It does not hold what is not known: whether the inputs are right, or whether the model is like the real system. Each interval stands by itself.");
        Draws(page, data);
        page.Element("h3", "The run").Open("dl");
        foreach (var (term, meaning) in Facts(run))
        {
            page.Element("dt", term).Element("dd", meaning);
        }

        page.Close();
        Pairing(page, data);
        SettledSection.Write(page, data);
        Inputs(page, run);
    }

    private static void Draws(HtmlWriter page, ReportData data)
    {
        if (DrawWords.CountOf(data.Results) is > 0 and var draws)
        {
            page.Element("p",
                $"The second interval is of chance and of what is not known about the inputs, together: {DrawWords.Ends(draws)}. {DrawWords.Sentence(data.Results)} Between the ends of a range everything is taken to be equally likely, and ranges are drawn independently of each other; all scenarios of a draw share its inputs, its patients and its random numbers. It is of what one future would give, so it does not shrink with more draws, and it does not hold how far the model is from the real system. draws.csv and draw-results.csv hold every draw.");
        }
    }

    private static IEnumerable<(string Term, string Meaning)> Facts(RunFacts run)
    {
        yield return ("Replications", run.Complete
            ? Replications(run)
            : FormattableString.Invariant(
                $"INCOMPLETE: {run.Replications} of {run.ReplicationsPlanned} finished for all scenarios ({string.Join(", ", run.Scenarios.Where(run.ReplicationsByScenario.ContainsKey).Select(scenario => FormattableString.Invariant($"{scenario}: {run.ReplicationsByScenario[scenario]}")))})"));
        yield return ("Seed", FormattableString.Invariant($"{run.Seed}"));
        var days = FormattableString.Invariant($"{run.Days:0.##} days");
        yield return ("Measured", run.HasDates ? $"{ReportDates.InWords(run)} ({days})" : days);
        yield return ("Before that, not measured", FormattableString.Invariant($"{run.WarmUpDays:0.##} days: {run.WarmUpMethod}"));
        yield return ("System", run.System);
        yield return ("Version", run.Commit.Length == 0 ? run.Version : $"{run.Version}, commit {run.Commit}");
        yield return ("Command", run.Command);
        yield return ("Hash of all inputs (SHA-256)", run.InputHash);
    }

    /// <summary>Common random numbers narrow a difference only where scenario and baseline go up and down together.</summary>
    private static void Pairing(HtmlWriter page, ReportData data)
    {
        var known = data.Compared.SelectMany(scenario =>
            data.Measures.SelectMany(measure => data.RowsOf(data.Period, measure)).Select(row => data.DifferenceOf(scenario, row.Key)))
            .OfType<Difference>().Where(row => double.IsFinite(row.Correlation)).ToList();
        if (known.Count == 0)
        {
            return;
        }

        var without = known.Count(row => row.Correlation <= 0);
        page.Element("h3", "Did the same random numbers help?");
        page.Element("p",
            FormattableString.Invariant(
                $"Of {known.Count} {(known.Count == 1 ? "difference" : "differences")} in the table of {data.InWords(data.Period)}, {(known.Count == 1 && without == 0 ? "it has" : without == 0 ? "all have" : known.Count - without + (known.Count - without == 1 ? " has" : " have"))} scenario and baseline positively correlated over the replications: there pairing has narrowed the interval.{(without == 0 ? "" : " For the others it has not.")} The correlation stands in differences.csv."));
    }

    private static void Inputs(HtmlWriter page, RunFacts run)
    {
        if (run.Inputs.Count > 0)
        {
            page.Open("details").Element("summary", FormattableString.Invariant($"Input files and their hashes: {run.Inputs.Count}")).EndLine();
            ReportTable.Write(page, "inputs", "Input files", ["File", "SHA-256"],
                [.. run.Inputs.Select(input => (IReadOnlyList<string>)[input.File, input.Sha256])]);
            page.Close();
        }
    }
}
