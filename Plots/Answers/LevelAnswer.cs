using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Answers;

/// <summary>
/// What one scenario by itself gives, where nothing was compared: the lines that the answer of a comparison would have, with their intervals, and which
/// targets are missed. The terminal and the page say the same.
/// </summary>
public sealed class LevelAnswer
{
    private const int MostSentences = 5;

    private readonly ReportData data;
    private readonly IReadOnlyList<AnswerLine> lines;

    internal LevelAnswer(ReportData data, IReadOnlyList<string>? measures = null)
    {
        this.data = data;
        lines = [.. AnswerLines.Of(data, measures ?? []).Shown.Where(line => line.Row is not null && double.IsFinite(line.Level))];
    }

    /// <summary>The answer of a run.</summary>
    /// <param name="results">What was run.</param>
    /// <param name="measures">Ids to show in place of those that are chosen; none: they are chosen.</param>
    public static LevelAnswer Of(ResultSet results, IReadOnlyList<string> measures) => new(new ReportData(results, measures), measures);

    /// <summary>The lines, in the order of the headline.</summary>
    public IReadOnlyList<LevelLine> Lines => [.. lines.Select(line => LevelLine.Of(line, line.Row!))];

    /// <summary>Which targets are missed, which are reached, and of which it cannot be told.</summary>
    public IReadOnlyList<string> Sentences() => lines.Count == 0 ? ["None of the headline measures has a value."] : [.. Targets(), .. Chance()];

    /// <summary>How far the lines can be trusted, in a sentence or two.</summary>
    public string Trust => AnswerTrust.Of(data, lines, sayNumbers: true);

    /// <summary>The same sentences, and the first measures in a sentence each.</summary>
    internal IReadOnlyList<Sentence> WithMeasures() =>
        [.. lines.Count == 0 ? [] : Targets().Select(text => new Sentence(text)), .. Measures(), .. Chance().Select(text => new Sentence(text))];

    /// <summary>True where there is one replication, which tells no side of a target from the other.</summary>
    private bool IsOne => lines.Count > 0 && lines.All(line => double.IsNaN(line.Row!.Lower95));

    private string InOne(string text) => IsOne ? $"In this one replication {char.ToLowerInvariant(text[0])}{text[1..]}" : text;

    private IEnumerable<Sentence> Measures() => lines.Count == 0
        ? [new("None of the headline measures has a value.")]
        : lines.Take(MostSentences).Select(line => InWords(line.Row!));

    private IEnumerable<string> Chance()
    {
        if (IsOne)
        {
            yield return "One replication says nothing of chance.";
        }
    }

    private IEnumerable<string> Targets()
    {
        var targets = lines.Where(line => line.HasTarget).ToLookup(line => Side(line));
        var count = targets.Sum(side => side.Count());
        if (count == 0)
        {
            yield return "None of these measures has a target.";
            yield break;
        }

        var (missed, reached, open) = (targets[TargetSide.Missed].ToList(), targets[TargetSide.Reached].ToList(), targets[TargetSide.Open].ToList());
        if (missed.Count > 0)
        {
            yield return FormattableString.Invariant($"{InOne(Of(missed.Count, count))} missed: {string.Join("; ", missed.Select(line => At(line, line.Better == "higher" ? "below" : "above")))}.");
        }

        if (reached.Count > 0)
        {
            yield return $"{(reached.Count == count ? InOne(Of(count, count)) + " reached" : "Reached")}: {string.Join("; ", reached.Select(line => At(line, LineWords.Within(line))))}.";
        }

        if (open.Count > 0)
        {
            yield return $"So near to its target that the run cannot tell the side: {string.Join("; ", open.Select(line => $"{line.Subject} ({Level(line)}, {LineWords.Target(line)})"))}.";
        }
    }

    /// <summary><c>2 of 5 targets are</c>.</summary>
    private static string Of(int some, int all) => all == 1 ? "The one target is"
        : some == all ? FormattableString.Invariant($"All {all} targets are")
        : FormattableString.Invariant($"{some} of {all} targets {(some == 1 ? "is" : "are")}");

    /// <summary><c>bed occupancy 97.1 %, above the 92 % guidance</c>.</summary>
    private string At(AnswerLine line, string side) => $"{line.Subject} {Level(line)}, {side} the {LineWords.Target(line)}";

    /// <summary>The number that the table has.</summary>
    private string Level(AnswerLine line) => LevelLine.Number(line.Row!) + UnitWords.OfLevel(line.Unit, data.Period, data.IsWhole(data.Period));

    private static TargetSide Side(AnswerLine line)
    {
        var ends = new[] { line.Level, line.Row!.Lower95, line.Row.Upper95 }.Where(double.IsFinite).Select(line.Reaches).Distinct().ToList();
        return ends.Count > 1 ? TargetSide.Open : ends[0] ? TargetSide.Reached : TargetSide.Missed;
    }

    private Sentence InWords(Summary row)
    {
        var word = data.Names.Word(row.Key.Measure);
        var decimals = Rounding.Decimals(row.Mean, row.Lower95, row.Upper95);
        var interval = double.IsNaN(row.Lower95) ? "" : $" [{NumberText.Plain(row.Lower95, decimals)} to {NumberText.Plain(row.Upper95, decimals)}]";
        return new(
            $"{word.Name}{word.About(data.Names.Group(row.Key.Group))}{data.Names.At(row.Key.Place)} {(word.IsPlural ? "are" : "is")} {NumberText.Plain(row.Mean, decimals)}{interval}{UnitWords.OfLevel(row.Unit, row.Key.Period, data.IsWhole(row.Key.Period))}{Own(row)}.");
    }

    private static string Own(Summary row) =>
        LevelErrorWords.Half(row.ModelError95) is { Length: > 0 } half ? $"; the model itself may be off by {half}{UnitWords.OfDifference(row.Unit, row.Key.Period)}" : "";

    private enum TargetSide
    {
        Missed,
        Reached,
        Open,
    }
}

/// <summary>A measure of a run as it is printed.</summary>
/// <param name="Name">With its unit in brackets.</param>
/// <param name="Level">Mean across replications.</param>
/// <param name="Interval">Its 95 % interval of chance; empty without one.</param>
/// <param name="Range">Between what it lies with what is not known; empty without draws.</param>
/// <param name="Target">What it is to reach, and what that is; empty where there is nothing.</param>
public sealed record LevelLine(string Name, string Level, string Interval, string Range, string Target)
{
    /// <summary>The level as it is printed.</summary>
    internal static string Number(Summary row) => NumberText.Plain(row.Mean, Decimals(row));

    private static int Decimals(Summary row) => Rounding.Decimals(row.Mean, row.Lower95, row.Upper95);

    internal static LevelLine Of(AnswerLine line, Summary row)
    {
        var decimals = Decimals(row);
        var unit = line.IsShare ? line.Unit : UnitWords.OfColumn(line.Unit);
        var range = double.IsFinite(row.Lower95All) ? $"({NumberText.Plain(row.Lower95All, decimals)} to {NumberText.Plain(row.Upper95All, decimals)})" : "";
        return new LevelLine(unit.Length > 0 ? $"{line.Name} ({unit})" : line.Name, Number(row),
            NumberText.Interval(row.Lower95, row.Upper95, decimals), range,
            line.HasTarget ? $"{NumberText.Exact(line.Target)} {line.TargetName}".TrimEnd() : "");
    }
}
