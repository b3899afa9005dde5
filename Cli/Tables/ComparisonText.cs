using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Tables;

/// <summary>What <c>compare</c> prints: the whole system first, in a table and in words, and how far to trust it; more where more is asked for.</summary>
internal sealed class ComparisonText
{
    /// <summary>Of more scenarios the titles would push the answer off the screen: the page has them.</summary>
    private const int MostTitles = 3;

    private readonly ResultSet results;
    private readonly AnswerSettings shown;
    private readonly SystemNames names;
    private readonly bool months;
    private readonly string period;
    private readonly IReadOnlyList<string> scenarios;
    private readonly IReadOnlyList<string> headline;

    /// <param name="results">What is printed.</param>
    /// <param name="shown">How much of it.</param>
    /// <param name="months">True where the files hold months.</param>
    public ComparisonText(ResultSet results, AnswerSettings shown, bool months = true)
    {
        this.months = months;
        this.results = results;
        this.shown = shown;
        names = SystemNames.Of(results.System);
        period = results.ShownPeriod;
        scenarios = [.. results.Run.Scenarios.Where(scenario => scenario != ExperimentPlan.BaselineId)];
        headline = Headline.Of(results);
    }

    public string Render(int width)
    {
        var text = new StringBuilder();
        var answer = Answer.Of(results, shown.Measures);
        Heading(text, answer, width);
        if (answer is not null)
        {
            text.Append(AnswerTable.Render(answer, width));
            Paragraph(text, AnswerTable.Notes(answer, width), width);
            TextLines.Append(text, TerminalSigns.Of(string.Join(' ', new AnswerWords(answer, scenario => scenario, isUnderTable: true).Sentences())), width);
            TextLines.Append(text, TerminalSigns.Of(AnswerTrust.Of(answer)), width);
        }

        if (answer is null || shown.Places || shown.All)
        {
            text.Append(answer is null ? "" : "\n");
            Places(text, answer, width);
        }

        if (shown.All)
        {
            Everything(text, width);
        }

        return text.ToString();
    }

    private void Heading(StringBuilder text, Answer? answer, int width)
    {
        var when = period == Periods.All ? "all that is measured" : period;
        TextLines.Append(text, $"{results.System.Title}, {when}{(answer is null ? "" : ", the whole system")}", width);
        TextLines.Append(text, FormattableString.Invariant(
            $"{Counted.Of(scenarios.Count, "scenario")} against the baseline; {Counted.Replications(results.Run)}, seed {results.Run.Seed}"), width);
        foreach (var scenario in scenarios.Count <= MostTitles ? scenarios : [])
        {
            TextLines.Append(text, $"{scenario}: {results.System.TitleOf(scenario)}", width);
        }

        if (scenarios.Count <= MostTitles)
        {
            text.Append('\n');
        }
    }

    /// <summary>Each measure by place, with its intervals.</summary>
    private void Places(StringBuilder text, Answer? answer, int width)
    {
        IReadOnlyList<string> measures = shown.All || answer is null
            ? [.. headline.Concat(shown.Measures).Distinct()]
            : [.. answer.Lines.Where(line => !line.IsMoney).Select(line => line.Id).Distinct()];
        TextLines.Append(text, $"{period}: mean of the baseline; difference of each scenario from it, paired by replication [95 % interval]", width);
        text.Append(ComparisonTable.Render(results, scenarios, measures, names, period, width)).Append('\n');
        IEnumerable<string> notes =
        [
            ComparisonTable.StarNote, .. ComparisonTable.RangeNote(results), .. WideInputs.Of(results, scenarios, measures, names, period),
            .. TablePeriods.Elsewhere(results, [period], months),
        ];
        foreach (var note in notes)
        {
            TextLines.Append(text, note, width);
        }
    }

    private void Everything(StringBuilder text, int width)
    {
        text.Append('\n').Append(SavingsTable.Render(results, scenarios, names, width));
        text.Append(ClaimLines.Render(results, scenarios, width));
        text.Append(GivingWayTable.Render(results, scenarios, names, period, width));
        foreach (var parts in SumOfParts.Of(results))
        {
            text.Append(SumOfPartsTable.Render(results, parts, headline, names, period, width)).Append('\n');
        }
    }

    private static void Paragraph(StringBuilder text, IEnumerable<string> sentences, int width)
    {
        var all = string.Join(' ', sentences);
        if (all.Length > 0)
        {
            TextLines.Append(text, TerminalSigns.Of(all), width);
            text.Append('\n');
        }
    }
}
