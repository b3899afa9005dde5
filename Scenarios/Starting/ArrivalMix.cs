using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Starting;

/// <summary>Who comes to A&amp;E when and to which area, by England's tables: what a balance of a first model rests on.</summary>
internal sealed class ArrivalMix
{
    private const string Folder = "england";
    private const string Any = "*";
    private const double Whole = 100;

    private readonly TableData ages = Table("age-by-arrival");
    private readonly TableData zones = Table("zone");
    private readonly TableData hours = Table("hours");
    private readonly double? children;

    /// <param name="children">Share of children among all arrivals [%] where the trust has its own; null: by England's table.</param>
    public ArrivalMix(double? children) => this.children = children;

    /// <summary>Share of the arrivals of a mode who are of an age and go to an area, at their first visit [1].</summary>
    public double Share(string mode, string age, string area)
    {
        var ofAge = children is { } own ? (age == "child" ? own : Whole - own) / Whole : Cell(ages, [("mode", mode)], age);
        return ofAge * Cell(zones, [("mode", mode), ("age", age), ("returning", "first")], area);
    }

    /// <summary>Share of the day's arrivals who come in some hours [1].</summary>
    public double Within(string column, int from, int to) =>
        Enumerable.Range(from, to - from).Sum(hour => NumberOf(hours.Rows[hour].Cells[hours.ColumnOf(column)])) / hours.Rows.Count;

    /// <summary>A share of the row that holds, its rest worked out.</summary>
    private static double Cell(TableData table, (string Column, string Value)[] keys, string column)
    {
        bool Holds(string cell, string value) => cell == value || cell == Any;
        var row = table.Rows.First(row => Array.TrueForAll(keys, key => Holds(row.Cells[table.ColumnOf(key.Column)], key.Value)));
        var cell = row.Cells[table.ColumnOf(column)];
        return ShareText.IsRest(cell)
            ? 1 - table.Columns.Where(other => !TableColumns.IsMetadata(other)).Sum(other => PercentOf(row.Cells[table.ColumnOf(other)]))
            : PercentOf(cell);
    }

    private static double PercentOf(string cell) => ShareText.TryParsePercent(cell, out var share) ? share : 0;

    private static double NumberOf(string cell) => NumberText.TryParse(cell, out var number, out _) ? number : 0;

    private static TableData Table(string name) => SystemLibrary.TableOf(Folder, $"{SystemFolder.Tables}/{name}{SystemFolder.Csv}");
}
