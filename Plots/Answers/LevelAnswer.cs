using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Answers;

/// <summary>What one scenario by itself gives, where nothing was compared: the first headline measures with their intervals.</summary>
internal sealed class LevelAnswer
{
    private const int MostSentences = 5;

    private readonly ReportData data;

    public LevelAnswer(ReportData data) => this.data = data;

    public IReadOnlyList<Sentence> Of(string scenario)
    {
        var rows = data.Measures.Select(measure => data.RowsOf(data.Period, measure)).Where(rows => rows.Count > 0)
            .SelectMany(Wholes)
            .Select(row => data.SummaryOf(scenario, row.Key)).OfType<Summary>().Where(row => double.IsFinite(row.Mean)).Take(MostSentences).ToList();
        List<Sentence> sentences = [.. rows.Select(InWords)];
        return sentences.Count == 0 ? [new("None of the headline measures has a value.")]
            : rows.TrueForAll(row => double.IsNaN(row.Lower95)) ? [.. sentences, new("One replication says nothing of chance.")]
            : sentences;
    }

    /// <summary>The system's rows, else the first; no curves over numbers of beds.</summary>
    private static IEnumerable<Summary> Wholes(IReadOnlyList<Summary> rows)
    {
        var whole = rows.Where(row => row.Key.Place == PlaceName.System && !ReportData.IsPointOfCurve(row.Key)).ToList();
        return whole.Count > 0 ? whole : rows.Where(row => !ReportData.IsPointOfCurve(row.Key)).Take(1);
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
}
