using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A column <c>date</c>: the dates named, and all others.</summary>
internal sealed class DateKeyColumn : KeyColumn
{
    private readonly Horizon horizon;
    private readonly DateFormat format;
    private readonly List<DateOnly> dates = [];
    private readonly Dictionary<DateOnly, int> coordinateOf = [];

    /// <param name="format">How the cells are written.</param>
    public DateKeyColumn(Horizon horizon, DateFormat format, string name, int column)
        : base(name, column)
    {
        this.horizon = horizon;
        this.format = format;
    }

    public override int Size => dates.Count + 1;

    /// <summary>True where dates are named and none of them is among the first days of the run.</summary>
    public bool IsOutside(int days) => dates.Count > 0 && !dates.Exists(date => date >= horizon.DateOf(0) && date < horizon.DateOf(days));

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        hint = expected = "";
        var coordinates = new List<int>();
        foreach (var part in cell.Split('|'))
        {
            var rest = part.AsSpan().Trim();
            if (!format.TryRead(ref rest, out var date) || rest.Length > 0)
            {
                expected = format.IsExact ? DateText.Expected : $"a date as {format.Text}";
                hint = DateLook.InFile(part, format, "beside \"table\"", hasTimes: false);
                return null;
            }

            if (!coordinateOf.TryGetValue(date, out var coordinate))
            {
                dates.Add(date);
                coordinateOf.Add(date, coordinate = dates.Count);
            }

            coordinates.Add(coordinate);
        }

        return new KeyCell(false, [.. coordinates]);
    }

    public override string NameOf(int coordinate) => coordinate == 0 ? "any other date" : DateText.Write(dates[coordinate - 1]);

    public override LookupKey ToKey(int stride) => new()
    {
        Source = KeySource.Day,
        Map = [.. Enumerable.Range(0, horizon.Days).Select(day => coordinateOf.GetValueOrDefault(horizon.DateOf(day)))],
        Stride = stride,
    };
}
