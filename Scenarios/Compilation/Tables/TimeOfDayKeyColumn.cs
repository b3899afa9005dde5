using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A column <c>hour</c> of a rate whose cells are times such as 08:15: each holds until the next.</summary>
internal sealed class TimeOfDayKeyColumn : KeyColumn
{
    public TimeOfDayKeyColumn(TableData table, int column)
        : base("hour", column) =>
        Times = [.. table.Rows.Select(row => ClockTimeText.TryParse(row.Cells[column], out var second, out _) ? second : -1).Where(second => second >= 0)
            .Distinct().Order()];

    /// <summary>Times of day of the coordinates [s after midnight].</summary>
    public int[] Times { get; }

    public override int Size => Times.Length;

    public static bool IsUsed(TableData table, int column) => table.Rows.Exists(row => row.Cells[column].Contains(':', StringComparison.Ordinal));

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        hint = cell.Contains('-', StringComparison.Ordinal) || cell == "*"
            ? "Where times stand in the column, each holds until the next: write where it begins (or hours, 8-16, in all rows)."
            : "";
        return ClockTimeText.TryParse(cell, out var second, out expected) ? new KeyCell(false, [Array.IndexOf(Times, second)]) : null;
    }

    public override string NameOf(int coordinate) => $"{Times[coordinate] / 3600:00}:{Times[coordinate] / 60 % 60:00}";

    public override LookupKey ToKey(int stride) => new() { Source = KeySource.Hour, Stride = stride };
}
