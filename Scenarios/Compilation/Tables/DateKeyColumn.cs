using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A column <c>date</c>: the dates named, and all others.</summary>
internal sealed class DateKeyColumn : KeyColumn
{
    private readonly Horizon horizon;
    private readonly List<DateOnly> dates = [];

    public DateKeyColumn(Horizon horizon, string name, int column)
        : base(name, column) => this.horizon = horizon;

    public override int Size => dates.Count + 1;

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        hint = "";
        expected = "";
        var coordinates = new List<int>();
        foreach (var part in cell.Split('|'))
        {
            if (!DateText.TryParse(part.Trim(), out var date, out expected))
            {
                return null;
            }

            if (!dates.Contains(date))
            {
                dates.Add(date);
            }

            coordinates.Add(dates.IndexOf(date) + 1);
        }

        return new KeyCell(false, [.. coordinates]);
    }

    public override string NameOf(int coordinate) => coordinate == 0 ? "any other date" : DateText.Write(dates[coordinate - 1]);

    public override LookupKey ToKey(int stride) => new()
    {
        Source = KeySource.Day,
        Map = [.. Enumerable.Range(0, horizon.Days).Select(day => dates.IndexOf(horizon.DateOf(day)) + 1)],
        Stride = stride,
    };
}
