using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A column <c>hour</c>, <c>weekday</c> or <c>month</c>.</summary>
internal sealed class CycleKeyColumn : KeyColumn
{
    private readonly KeySource source;

    public CycleKeyColumn(KeySource source, string name, int column)
        : base(name, column)
    {
        this.source = source;
        Size = source switch
        {
            KeySource.Hour => HourText.HoursInDay,
            KeySource.Weekday => WeekdayText.DaysInWeek,
            _ => MonthText.MonthsInYear,
        };
    }

    public override int Size { get; }

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        hint = "";
        int mask;
        var read = source switch
        {
            KeySource.Hour => HourText.TryParse(cell, out mask, out expected),
            KeySource.Weekday => WeekdayText.TryParse(cell, out mask, out expected) && mask != WeekdayText.Holidays,
            _ => MonthText.TryParse(cell, out mask, out expected),
        };
        return OfMask(read, mask, Size);
    }

    public override string NameOf(int coordinate) => source == KeySource.Weekday
        ? ((DayOfWeek)((coordinate + 1) % Size)).ToString()[..3]
        : NumberText.Write(source == KeySource.Month ? coordinate + 1 : coordinate);

    public override LookupKey ToKey(int stride) => new() { Source = source, Stride = stride };
}
