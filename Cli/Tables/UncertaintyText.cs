using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Uncertainty;
using FlowSim.Simulator.Measures;

namespace FlowSim.Cli.Tables;

/// <summary>The answer to what is chance and what is not known, of one screen: levels and differences, targets, and a paragraph.</summary>
internal sealed class UncertaintyText(SystemNames names, UncertaintyPlan plan, UncertaintyAnalysis analysis)
{
    private const int MostLevels = 4;
    private const int MostScenarios = 3;
    private const int MostTargets = 4;
    private const int MostInputs = 1;
    private const double PerCent = 100;

    /// <param name="width">Of the terminal [columns].</param>
    public string Render(int width)
    {
        var text = new StringBuilder();
        if (analysis.Variances.Count == 0)
        {
            TextLines.Append(text, FormattableString.Invariant($"{Counted.Of(analysis.Whole, "draw")} came to an end with all runs: from fewer than two nothing can be said"), width);
            return text.ToString();
        }

        var when = analysis.Shown == Periods.All ? "over all that is measured" : $"in {analysis.Shown}";
        TextLines.Append(text, FormattableString.Invariant(
            $"Whole system, {when}; {analysis.Whole} draws of what is not known, {plan.Inner} runs of each. Futures: {DrawWords.Ends(analysis.Whole)}. 'Unknown' is the share of their variance that is not chance, ± its standard error."), width);
        text.Append('\n');
        var levels = Levels().Take(MostLevels).ToList();
        Append(text, "baseline", levels, row => Name(row), width);
        var changes = levels.Count == 0 ? []
            : analysis.Variances.Where(row => row.Kind == UncertaintyRow.Difference && row.Key == levels[0].Key).Take(MostScenarios).ToList();
        if (changes.Count > 0)
        {
            Append(text, $"change of {Name(levels[0])}", changes, row => row.Scenario, width);
        }

        text.Append('\n');
        AppendTargets(text, width);
        foreach (var sentence in Sentences())
        {
            TextLines.Append(text, TerminalSigns.Of(sentence), width);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string heading, List<UncertaintyRow> rows, Func<UncertaintyRow, string> name, int width)
    {
        var table = new LabelTable(heading, "mean", "futures", "unknown");
        foreach (var row in rows)
        {
            var numbers = ColumnNumbers.For([row.Mean, row.Lower95All, row.Upper95All]);
            var isChange = row.Kind == UncertaintyRow.Difference;
            table.Add(name(row), isChange ? numbers.Signed(row.Mean) : numbers.Plain(row.Mean),
                DrawWords.Range(numbers, row.Lower95All, row.Upper95All, isChange), Share(row));
        }

        text.Append(TerminalSigns.Of(table.Render(width)));
    }

    /// <summary>The share of what is not known, as in <c>inputs_share</c>.</summary>
    private static string Share(UncertaintyRow row)
    {
        var all = row.VChance + row.VInputs;
        return all > 0 ? FormattableString.Invariant($"{Whole(Math.Max(0, row.VInputs) / all)} ± {Whole(row.VInputsSe / all)} %") : "-";
    }

    /// <summary>Per cent without decimals; a little less than nothing is 0.</summary>
    private static string Whole(double share) => FormattableString.Invariant($"{Math.Round(PerCent * share, MidpointRounding.AwayFromZero) + 0.0:0}");

    private void AppendTargets(StringBuilder text, int width)
    {
        var rows = analysis.Probabilities.Where(row => row.IsTarget).GroupBy(row => (row.Scenario, row.Claim)).Select(rows => rows.ToList()).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        // What is as good as certain says less than what is open.
        var shown = rows.OrderByDescending(pair => pair[0].Probability is > 0 and < 1).Take(MostTargets).ToList();
        var table = new LabelTable("a target is met (? cannot be told)", "happens", "true on average");
        foreach (var pair in shown.OrderBy(rows.IndexOf))
        {
            table.Add($"{pair[0].Scenario}: {pair[0].Claim} {ShortNumbers.Exact(pair[0].Target)}", Chance(pair.Find(row => row.Kind == ProbabilityRow.Happens)),
                Chance(pair.Find(row => row.Kind == ProbabilityRow.TrueOnAverage)));
        }

        text.Append(table.Render(width));
        var claims = analysis.Probabilities.Count(row => !row.IsTarget && row.Kind == ProbabilityRow.Happens);
        if (rows.Count > shown.Count || claims > 0)
        {
            TextLines.Append(text, FormattableString.Invariant($"({Counted.Of(rows.Count, "target")} and {Counted.Of(claims, "claim")} in all, with standard errors: {UncertaintyFiles.Probabilities})"), width);
        }

        text.Append('\n');
    }

    private static string Chance(ProbabilityRow? row) => row is null || double.IsNaN(row.Probability) ? "-"
        : $"{Whole(row.Probability)} % [{Whole(row.Lower95)}, {Whole(row.Upper95)}]{(row.Verdict.StartsWith(SavingVerdict.CannotBeTold, StringComparison.Ordinal) ? " ?" : "")}";

    private IEnumerable<string> Sentences()
    {
        var level = Levels().FirstOrDefault(analysis.Variances[0]);
        var change = analysis.Variances.Where(row => row.Kind == UncertaintyRow.Difference && row.Key == level.Key).MaxBy(row => row.VChance + row.VInputs);
        foreach (var subject in new[] { level, change }.OfType<UncertaintyRow>())
        {
            yield return $"{WhatItIs(subject)} {Inputs(subject)}".TrimEnd();
        }

        foreach (var worth in Worth())
        {
            yield return worth;
        }

        yield return Trust(level);
    }

    private string WhatItIs(UncertaintyRow row)
    {
        var what = row.Kind == UncertaintyRow.Difference ? $"What {row.Scenario} changes of {Name(row)}" : Name(row);
        var share = row.InputsShare switch
        {
            double.NaN => "does not vary",
            > 0.75 => "varies mostly by what is not known, and hardly by chance",
            > 0.25 => "varies by chance and by what is not known",
            _ => "varies mostly by chance",
        };
        var sds = FormattableString.Invariant($"standard deviations: chance {Number(Math.Sqrt(row.VChance))}, not known {(row.VInputs > 0 ? Number(Math.Sqrt(row.VInputs)) : "none that can be seen")}");
        return double.IsNaN(row.InputsShare) ? $"{what} {share}." : $"{what} {share} ({sds}).";
    }

    private static string Number(double value) => ShortNumbers.ForLevel(value).Plain(value);

    private string? Inputs(UncertaintyRow subject)
    {
        var rows = analysis.Influences.Where(row => row.Scenario == subject.Scenario && row.Kind == subject.Kind && row.Key == subject.Key).ToList();
        var told = rows.FindAll(row => row.IsTold);
        return rows.Count == 0 ? null
            : told.Count == 0 ? rows.Count == 1
                ? FormattableString.Invariant($"How much “{InfluenceWords.Name(names, rows[0])}” matters cannot be told from {rows[0].N} draws.")
                : FormattableString.Invariant($"Which of {Counted.Of(rows.Count, "input")} matters most cannot be told from {rows[0].N} draws.")
            : $"Of what is not known this explains most, each by itself: {string.Join("; ", told.Take(MostInputs).Select(row => FormattableString.Invariant($"“{InfluenceWords.Name(names, row)}” ({Whole(row.Share)} % of the variance between draws)")))}.";
    }

    private IEnumerable<string> Worth()
    {
        foreach (var basis in analysis.Information.GroupBy(row => row.Basis))
        {
            var all = basis.First();
            var years = FormattableString.Invariant($"over {(all.Years == 1 ? "the year" : $"{all.Years:0.##} years")} as run, not discounted");
            var choice = all.Choice == ExperimentPlan.BaselineId ? "none of the scenarios is chosen" : $"{all.Choice} is chosen, for {SavingWords.Money(all.Gain)} a year";
            var how = InfluenceWords.BasisOf(all.Basis);
            if (all.Why.Length > 0)
            {
                yield return $"{Capital(how)}: {choice}; what knowing more is worth is not said ({all.Why.Split(" (")[0]}).";
                continue;
            }

            var part = basis.Where(row => row.Scenario == all.Scenario && row.Kind == InformationRow.Part && row.Pounds > 0).Take(1)
                .Select(row => $"; of that “{InfluenceWords.Name(names, row.Input, row.Reason)}”: {Pounds(row.Pounds)}").FirstOrDefault("");
            yield return $"{Capital(how)}: {choice} ({years}). To know everything first would be worth {Pounds(all.Pounds)} a year (± {Pounds(all.Se)}){part}.";
        }
    }

    /// <summary>What is worth something is never negative.</summary>
    private static string Pounds(double amount) => SavingWords.Money(amount).TrimStart('+');

    private string Trust(UncertaintyRow row)
    {
        var best = row.BestInner;
        var inner = double.IsNaN(best) ? FormattableString.Invariant($"what is not known cannot be seen beside chance: more draws would tell")
            : FormattableString.Invariant($"{Math.Max(UncertaintyPlan.LeastInner, Math.Round(best)):0} runs of each draw would have told the two apart best for as many runs");
        var set = plan.HasCalibratedSet ? "the calibrated set, the ranges of scenarios and prices" : "the ranges that are written down";
        return $"How far to trust it: it holds {set}, and no error of the model itself; {inner}.";
    }

    /// <summary>Totals of the headline, those with a target first.</summary>
    private IEnumerable<UncertaintyRow> Levels()
    {
        var targets = analysis.Probabilities.Where(row => row.IsTarget).Select(row => row.Claim.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return analysis.Variances.Where(row => row.Kind == UncertaintyRow.Level && row.Scenario == ExperimentPlan.BaselineId
                && row.Key.Period == analysis.Shown && row.Key.Place == ResultRow.WholeSystem && row.Key.Group.Length == 0)
            .OrderByDescending(row => targets.Contains(names.Measure(row.Key.Measure)))
            .ThenBy(row => plan.Measures.ToList().IndexOf(row.Key.Measure));
    }

    private string Name(UncertaintyRow row) => $"{names.Measure(row.Key.Measure)} [{row.Unit}]";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
