using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Sensitivity;

namespace FlowSim.Cli.Tables;

/// <summary>Which factors move which measure: of each measure of the whole system those first that move it most.</summary>
internal sealed class SensitivityTable(SystemNames names, string period)
{
    private const int MostFactors = 10;

    /// <summary>Tables, a measure each.</summary>
    /// <param name="indices">Of the whole system.</param>
    /// <param name="width">Of the terminal [columns].</param>
    public string Render(IReadOnlyList<SensitivityIndex> indices, int width)
    {
        var text = new StringBuilder();
        var method = indices.Count > 0 ? indices[0].Method : "";
        TextLines.Append(text, $"Whole system, {(period == Periods.All ? "over all that is measured" : $"in {period}")}; {Heading(method)}", width);
        foreach (var measure in indices.GroupBy(index => index.Key))
        {
            text.Append('\n');
            Append(text, [.. measure], width);
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, IReadOnlyList<SensitivityIndex> indices, int width)
    {
        var unit = indices[0].Unit;
        TextLines.Append(text, Name(indices[0].Key) + (unit.Length > 0 ? $" [{UnitName.Difference(unit)}]" : ", share of its variance"), width);
        var factors = indices.GroupBy(index => index.Factor).Select(rows => rows.ToList()).OrderByDescending(Size).ToList();
        var numbers = ColumnNumbers.For(indices.SelectMany(index => new[] { index.Value, index.Lower95, index.Upper95 }).Where(double.IsFinite));
        var heads = indices.Select(index => index.Index).Distinct().ToList();
        var table = new LabelTable("factor", [.. heads.Select(Head)]);
        foreach (var rows in factors.Take(MostFactors))
        {
            table.Add($"{rows[0].Title} ({rows[0].Ends})", [.. heads.Select(head => Cell(rows.Find(row => row.Index == head)!, numbers))]);
        }

        text.Append(table.Render(width));
        if (factors.Count > MostFactors)
        {
            TextLines.Append(text, FormattableString.Invariant($"and {factors.Count - MostFactors} that move it less: see {SensitivityIndex.FileName}"), width);
        }
    }

    /// <summary>How much a factor matters.</summary>
    private static double Size(IEnumerable<SensitivityIndex> rows) =>
        rows.Where(row => row.Index is not (SensitivityIndex.Mu or SensitivityIndex.Sigma)).Max(row => double.IsNaN(row.Size) ? -1 : row.Size);

    private static string Cell(SensitivityIndex row, ColumnNumbers numbers) => double.IsNaN(row.Value) ? "-"
        : (row.Index is SensitivityIndex.Mu or SensitivityIndex.AtLow or SensitivityIndex.AtHigh ? numbers.Signed(row.Value) : numbers.Plain(row.Value))
            + (row.Index is SensitivityIndex.Mu ? "" : numbers.Interval(row.Lower95, row.Upper95, signed: false) is { Length: > 0 } interval ? " " + interval : "");

    private static string Head(string index) => index switch
    {
        SensitivityIndex.MuStar => "moves it by",
        SensitivityIndex.Mu => "which way",
        SensitivityIndex.Sigma => "sigma",
        SensitivityIndex.FirstOrder => "by itself",
        SensitivityIndex.AtLow => "at low",
        _ => "at high",
    };

    private static string Heading(string method) => method switch
    {
        Screening.Morris => "what a measure moves by over the whole range of a factor, mean of the trajectories [95 % interval] (mu_star); which way (mu); sigma: how much that differs from place to place",
        Screening.Regression => "share of the variance of a measure that a factor makes by itself [95 % interval]; what all together leave is due to factors acting together and to chance",
        _ => "what a measure changes with the factor at its ends, the others as described [95 % interval, paired]",
    };

    private string Name(ResultKey key) => key.Group.Length == 0 ? names.Measure(key.Measure) : $"{names.Measure(key.Measure)}, {names.Group(key.Group)}";
}
