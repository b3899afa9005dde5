using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli.Tables;

/// <summary>How many beds are needed so that at most one in n finds none: a table for each place, the year beside its winter.</summary>
internal static class BedsTable
{
    /// <summary>Room for <c>1 in 1000</c> and <c>open: 22.0</c>.</summary>
    private const int LeastLabel = 12;

    /// <summary>As wide as a number with its interval.</summary>
    private const int WidestHead = 17;

    /// <summary>Less often than one in so many is hardly ever.</summary>
    private const double Rarest = 1000;

    /// <summary>Tables, each with its heading and an empty line below.</summary>
    public static string Render(IReadOnlyList<BedRow> rows, SystemNames names, PoolKind kind, int width)
    {
        var text = new StringBuilder();
        foreach (var place in rows.GroupBy(row => row.Place))
        {
            TextLines.Append(text, Heading([.. place], names, kind), width);
            text.Append(Table([.. place], kind).Render(width)).Append('\n');
        }

        return text.ToString();
    }

    private static string Heading(List<BedRow> rows, SystemNames names, PoolKind kind)
    {
        var year = rows.FindAll(row => row.Period == rows[0].Period);
        var winter = rows.FindAll(row => row.Period != rows[0].Period);
        var name = names.GroupHeading(rows[0].Place == ResultRow.WholeSystem ? rows[0].Pool : $"{rows[0].Pool}@{rows[0].Place}");
        var period = rows[0].Period == Periods.All ? "" : $", {rows[0].Period}";
        return $"{name}{period}: {UnitWord.Many(kind)} needed{Demand(year, winter)}";
    }

    /// <summary>The mean demand, of the year and of its winter.</summary>
    private static string Demand(List<BedRow> year, List<BedRow> winter)
    {
        static BedRow? Load(List<BedRow> rows) => rows.Find(row => row.Kind == BedRow.Load && double.IsFinite(row.Beds));
        return Load(year) is not { } load ? ""
            : $"; demand on average {Beds(load)}{(Load(winter) is { } cold ? $", in winter {Beds(cold)}" : "")}";
    }

    private static LabelTable Table(List<BedRow> rows, PoolKind kind)
    {
        var (year, winter) = (rows.FindAll(row => row.Period == rows[0].Period), rows.FindAll(row => row.Period != rows[0].Period));
        var units = UnitWord.Many(kind) is { Length: <= WidestHead } word ? word : "needed";
        string[] heads = [units, "full", "p_full", "p_delay", .. winter.Count > 0 ? ["winter"] : Array.Empty<string>()];
        var table = new LabelTable("finds none", heads) { LeastLabel = LeastLabel };
        foreach (var row in year.Where(row => row.Kind is BedRow.Needed or BedRow.Open))
        {
            var cold = winter.Find(other => other.Kind == row.Kind && (row.Kind == BedRow.Open || other.OneIn == row.OneIn));
            var label = row.Kind == BedRow.Needed ? FormattableString.Invariant($"1 in {row.OneIn:0}")
                : IsEnough(row.OneIn) ? "open: enough" : $"open: 1 in {OneIn(row.OneIn)}";
            string[] chances = [Percent(row.OccupancyPercent / 100), Percent(row.PFull), Percent(row.PDelay)];
            table.Add(label, [Beds(row), .. chances, .. cold is null ? Array.Empty<string>() : [Beds(cold)]]);
        }

        return table;
    }

    /// <summary><c>31.4 [30.2, 32.6]</c>.</summary>
    internal static string Beds(BedRow row)
    {
        return $"{Short(row.Beds)} {Interval(row)}".TrimEnd();
    }

    /// <summary>True where fewer than one in a thousand finds none.</summary>
    internal static bool IsEnough(double oneIn) => !double.IsFinite(oneIn) || oneIn > Rarest;

    /// <summary>One in so many, as exactly as it matters: <c>1.2</c>, <c>14</c>.</summary>
    internal static string OneIn(double number) =>
        number < 9.95 ? FormattableString.Invariant($"{number:0.0}") : FormattableString.Invariant($"{number:0}");

    private static string Interval(BedRow row) => double.IsFinite(row.Lower95) && row.Upper95 > row.Lower95 ? $"[{Short(row.Lower95)}, {Short(row.Upper95)}]" : "";

    private static string Short(double value) => double.IsFinite(value) ? FormattableString.Invariant($"{value:0.0}") : "-";

    private static string Percent(double share) => double.IsFinite(share) ? FormattableString.Invariant($"{100 * share:0.0} %") : "-";
}
