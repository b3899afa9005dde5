using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Sweeps;

namespace FlowSim.Cli.Tables;

/// <summary>Designs with the measures of the whole system: factors by letters, measures by numbers, which stand above.</summary>
internal sealed class SweepTable(SystemNames names, IReadOnlyList<Factor> factors, IReadOnlyList<ResultKey> keys, string period)
{
    /// <summary>A longer table nobody reads to its end.</summary>
    private const int MostDesigns = 30;

    private const int MostMeasures = 6;

    /// <summary>The table and a sentence for each measure.</summary>
    /// <param name="result">What the sweep gave.</param>
    /// <param name="replications">Of each design.</param>
    /// <param name="width">Of the terminal [columns].</param>
    public string Render(SweepResult result, int replications, int width)
    {
        var rows = SweepRow.Of(result).Where(row => keys.Contains(row.Key)).ToLookup(row => (row.Point.Number, row.Key));
        var text = new StringBuilder();
        var when = period == Periods.All ? "over all that is measured" : $"in {period}";
        TextLines.Append(text, FormattableString.Invariant($"Whole system, {when}; means of {Counted.Of(replications, "replication")} ± half of the 95 % interval; * more than chance from the system as described"), width);
        text.Append('\n');
        for (var at = 0; at < factors.Count; at++)
        {
            TextLines.Append(text, $"{Letter(at)}: {factors[at].Title}{Verb(factors[at])}", width);
        }

        var shown = keys.Take(MostMeasures).ToList();
        var numbers = shown.ToDictionary(key => key, key => ColumnNumbers.For(result.Points.SelectMany(point => rows[(point.Point.Number, key)])
            .Select(row => row.Mean).Where(double.IsFinite)));
        for (var at = 0; at < shown.Count; at++)
        {
            TextLines.Append(text, FormattableString.Invariant($"{at + 1}: {Name(shown[at])} [{result.Units[shown[at]]}]"), width);
        }

        text.Append('\n');
        var table = new LabelTable("design", [.. factors.Select((_, at) => Letter(at)), .. shown.Select((_, at) => FormattableString.Invariant($"{at + 1}"))]) { LeastLabel = 8 };
        foreach (var point in result.Points.Where(point => point.LeftOut.Length == 0).Take(MostDesigns + 1))
        {
            var isDescribed = point.Point.Number == DesignPoint.AsDescribed;
            table.Add(isDescribed ? "as it is" : FormattableString.Invariant($"{point.Point.Number}"),
            [
                .. factors.Select((_, at) => isDescribed ? "" : point.Point.Operands[at]),
                .. shown.Select(key => rows[(point.Point.Number, key)].Select(row => Cell(row, numbers[key])).FirstOrDefault("-")),
            ]);
        }

        text.Append(table.Render(width)).Append('\n');
        foreach (var key in shown)
        {
            TextLines.Append(text, Sentence(key, [.. result.Points.SelectMany(point => rows[(point.Point.Number, key)])], numbers[key]), width);
        }

        foreach (var note in Notes(result))
        {
            TextLines.Append(text, note, width);
        }

        return text.ToString();
    }

    private IEnumerable<string> Notes(SweepResult result)
    {
        var designs = result.Points.Count(point => point.LeftOut.Length == 0 && point.Point.Number != DesignPoint.AsDescribed);
        if (designs > MostDesigns)
        {
            yield return FormattableString.Invariant($"The table has the first {MostDesigns} of {designs} designs; {SweepFiles.Means} has all.");
        }

        if (keys.Count > MostMeasures)
        {
            yield return $"Also in {SweepFiles.Means}: {string.Join(", ", keys.Skip(MostMeasures).Select(Name))}; --measures chooses.";
        }
    }

    /// <summary><c>Mean wait [min]: from 12.1 (design 5: A 22) to 45.0 (design 1: A 14).</c></summary>
    private string Sentence(ResultKey key, IReadOnlyList<SweepRow> rows, ColumnNumbers numbers)
    {
        var designs = rows.Where(row => row.Point.Number != DesignPoint.AsDescribed && !double.IsNaN(row.Mean)).ToList();
        if (designs.Count < 2)
        {
            return $"{Name(key)}: has no value in two designs.";
        }

        var (least, most) = (designs.MinBy(row => row.Mean)!, designs.MaxBy(row => row.Mean)!);
        return $"{Name(key)}: from {numbers.Plain(least.Mean)} {least.Unit} ({Where(least)}) to {numbers.Plain(most.Mean)} {most.Unit} ({Where(most)}).";
    }

    private static string Where(SweepRow row) => FormattableString.Invariant($"design {row.Point.Number}: ")
        + string.Join(", ", row.Point.Operands.Select((operand, at) => $"{Letter(at)} {operand}"));

    private string Name(ResultKey key) => key.Group.Length == 0 ? names.Measure(key.Measure) : $"{names.Measure(key.Measure)}, {names.Group(key.Group)}";

    private static string Cell(SweepRow row, ColumnNumbers numbers)
    {
        if (double.IsNaN(row.Mean))
        {
            return "-";
        }

        var half = double.IsNaN(row.Lower95) ? "" : " ±" + numbers.Plain((row.Upper95 - row.Lower95) / 2);
        var sign = row.DifferenceLower95 > 0 || row.DifferenceUpper95 < 0 ? "*" : " ";
        return numbers.Plain(row.Mean) + half + sign;
    }

    private static string Letter(int at) => at < 26 ? ((char)('A' + at)).ToString() : FormattableString.Invariant($"F{at + 1}");

    private static string Verb(Factor factor) => factor.Name.EndsWith('*') ? ", multiplied by" : factor.Name.EndsWith('+') ? ", with so much more" : "";
}
