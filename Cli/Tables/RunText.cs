using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Tables;

/// <summary>What <c>run</c> prints: the whole system first, in a table and in words, and how far to trust it; more where more is asked for.</summary>
internal sealed class RunText
{
    /// <summary>A longer name of a measure goes on below itself [columns].</summary>
    private const int MostLabel = 36;

    private readonly ResultSet results;
    private readonly AnswerSettings shown;
    private readonly SystemNames names;
    private readonly bool months;
    private readonly string scenario;

    /// <param name="results">What is printed: of one scenario.</param>
    /// <param name="shown">How much of it.</param>
    /// <param name="months">True where the files hold months.</param>
    public RunText(ResultSet results, AnswerSettings shown, bool months = true)
    {
        this.results = results;
        this.shown = shown;
        this.months = months;
        names = SystemNames.Of(results.System);
        scenario = results.Run.Scenarios[0];
    }

    public string Render(int width)
    {
        var text = new StringBuilder();
        var answer = LevelAnswer.Of(results, shown.Measures);
        Heading(text, width);
        if (answer.Lines.Count > 0)
        {
            text.Append(TerminalSigns.Of(Table(answer.Lines).Render(width))).Append('\n');
            foreach (var note in ComparisonTable.RangeNote(results))
            {
                TextLines.Append(text, TerminalSigns.Of(note), width);
                text.Append('\n');
            }
        }

        TextLines.Append(text, TerminalSigns.Of(string.Join(' ', answer.Sentences())), width);
        text.Append('\n');
        TextLines.Append(text, TerminalSigns.Of(answer.Trust), width);
        text.Append('\n');
        if (answer.Lines.Count == 0 || shown.Places || shown.All)
        {
            Places(text, width);
        }

        return text.ToString();
    }

    private void Heading(StringBuilder text, int width)
    {
        var period = results.ShownPeriod;
        TextLines.Append(text, $"{results.System.Title}, {(period == Periods.All ? "all that is measured" : period)}, the whole system", width);
        var title = results.System.TitleOf(scenario);
        var name = scenario == ExperimentPlan.BaselineId || title.Length == 0 ? scenario : $"{scenario}: {title}";
        TextLines.Append(text, FormattableString.Invariant($"{name}; {Counted.Replications(results.Run)}, seed {results.Run.Seed}"), width);
        text.Append('\n');
    }

    private static BlockTable Table(IReadOnlyList<LevelLine> lines)
    {
        var table = new BlockTable("");
        List<string[]> levels = [];
        List<string[]> targets = [];
        foreach (var line in lines)
        {
            var name = TextLines.Wrap(line.Name, MostLabel);
            foreach (var (piece, index) in name.Select((piece, index) => (piece, index)))
            {
                var isLast = index == name.Count - 1;
                table.AddRow(index == 0 ? piece : "  " + piece);
                levels.Add(isLast ? [line.Level, line.Interval, .. line.Range.Length > 0 ? [line.Range] : Array.Empty<string>()] : []);
                targets.Add(isLast ? [line.Target] : []);
            }
        }

        var interval = lines.Any(line => line.Interval.Length > 0) ? " [95 % interval]" : "";
        table.AddBlock("mean" + interval, levels);
        if (lines.Any(line => line.Target.Length > 0))
        {
            table.AddBlock("target", targets);
        }

        return table;
    }

    /// <summary>Each measure by place, with its intervals; of all years where everything is asked for.</summary>
    private void Places(StringBuilder text, int width)
    {
        IReadOnlyList<string> periods = shown.All ? TablePeriods.Of(results) : [results.ShownPeriod];
        IReadOnlyList<string> measures = shown.Measures.Count > 0 && !shown.All ? shown.Measures : [.. Headline.Of(results).Concat(shown.Measures).Distinct()];
        TextLines.Append(text, "By place: mean across replications [95 % interval]", width);
        text.Append(ScenarioTable.Render(results, scenario, measures, names, periods, width)).Append('\n');
        foreach (var note in TablePeriods.Elsewhere(results, periods, months))
        {
            TextLines.Append(text, note, width);
        }
    }
}
