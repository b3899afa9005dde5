using FlowSim.Cli.Manual;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;

namespace FlowSim.Cli.Tables;

/// <summary>A measure of the answer as a column, top to bottom.</summary>
/// <param name="Heads">Its name in lines.</param>
/// <param name="Cells">The level of the baseline, the target, and what each scenario changes.</param>
internal sealed record AnswerColumn(IReadOnlyList<string> Heads, IReadOnlyList<string> Cells)
{
    private const int LeastHead = 11;

    public int Width { get; } = Heads.Select(head => head.Length).Concat(Cells.Select(cell => cell.Length)).Max();

    /// <param name="line">The measure.</param>
    /// <param name="hasHalves">False: changes stand without half their interval.</param>
    public static AnswerColumn Of(AnswerLine line, bool hasHalves)
    {
        var changes = ShortNumbers.ForChanges(line.Cells.Select(cell => cell.Mean));
        string[] cells =
        [
            double.IsFinite(line.Level) ? $"{ShortNumbers.ForLevel(line.Level).Plain(line.Level)}{Unit(line)} " : "",
            line.HasTarget ? $"{ShortNumbers.Exact(line.Target)}{Unit(line)} " : "",
            .. line.Cells.Select(cell => AnswerTable.Cell(cell, changes, hasHalves)),
        ];
        return new AnswerColumn(TextLines.Wrap(line.IsMoney ? $"{line.Name}, {line.Unit}" : line.Name, Math.Max(LeastHead, cells.Max(cell => cell.Length))), cells);
    }

    /// <summary>A line of the name, which stands at the bottom.</summary>
    public string Head(int row, int heads) => row < heads - Heads.Count ? "" : Heads[row - (heads - Heads.Count)];

    private static string Unit(AnswerLine line) => line.IsShare ? " %" : UnitWords.OfColumn(line.Unit) is { Length: > 0 } unit ? " " + unit : "";
}
