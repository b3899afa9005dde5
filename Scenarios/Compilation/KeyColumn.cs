using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>A key column of a table: its cells as coordinates, and how the model finds the coordinate of a patient and moment.</summary>
internal abstract class KeyColumn
{
    protected KeyColumn(string name, int column)
    {
        Name = name;
        Column = column;
    }

    /// <summary>Header.</summary>
    public string Name { get; }

    /// <summary>Index of the column in the table.</summary>
    public int Column { get; }

    /// <summary>Number of coordinates, known once every cell was read.</summary>
    public abstract int Size { get; }

    /// <summary>What a cell matches, or null with what was expected.</summary>
    public abstract KeyCell? Read(string cell, out string expected, out string hint);

    /// <summary>True where a row must exist.</summary>
    public virtual bool CanOccur(int coordinate) => true;

    /// <summary>The coordinate in words.</summary>
    public abstract string NameOf(int coordinate);

    /// <summary>The key of the compiled lookup.</summary>
    public abstract LookupKey ToKey(int stride);

    protected static KeyCell? OfMask(bool read, int mask, int size) =>
        !read ? null : mask == (1 << size) - 1 ? KeyCell.Anything : new KeyCell(false, [.. Enumerable.Range(0, size).Where(bit => (mask >> bit & 1) != 0)]);
}

/// <summary>A column named like an attribute with named values.</summary>
internal sealed class NamedKeyColumn : KeyColumn
{
    private readonly AttributeIndex attributes;
    private readonly int attribute;

    public NamedKeyColumn(AttributeIndex attributes, int attribute, int column)
        : base(attributes.NameOf(attribute), column)
    {
        this.attributes = attributes;
        this.attribute = attribute;
    }

    public override int Size => Math.Max(1, attributes.ValuesOf(attribute).Count);

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        var coordinates = new List<int>();
        foreach (var value in cell.Split('|'))
        {
            var index = attributes.ValueIndex(attribute, value.Trim());
            if (index < 0)
            {
                expected = $"a value of {Name} or *";
                hint = Nearest.Hint(value, attributes.ValuesOf(attribute));
                return null;
            }

            coordinates.Add(index);
        }

        expected = hint = "";
        return new KeyCell(false, [.. coordinates]);
    }

    public override bool CanOccur(int coordinate) => attributes.CanOccur(attribute, coordinate);

    public override string NameOf(int coordinate) => attributes.ValuesOf(attribute).ElementAtOrDefault(coordinate) ?? "any value";

    public override LookupKey ToKey(int stride) => new() { Source = KeySource.Attribute, Attribute = attribute, Stride = stride };
}

/// <summary>A column of whole numbers: a number attribute, or the number of the visit. Numbers above the highest named share one coordinate.</summary>
internal sealed class NumberKeyColumn : KeyColumn
{
    private const int Highest = 1000;
    private readonly int attribute;
    private int above = 1;

    /// <param name="attribute">The attribute, or -1 for the number of the visit.</param>
    public NumberKeyColumn(string name, int attribute, int column)
        : base(name, column) => this.attribute = attribute;

    public override int Size => above + 1;

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        expected = "a whole number, a range such as 2-4, or *";
        hint = "";
        var coordinates = new List<int>();
        foreach (var part in cell.Split('|'))
        {
            var ends = part.Split('-');
            if (!NumberText.TryParseWhole(ends[0], out var first, out _) || !NumberText.TryParseWhole(ends[^1], out var last, out _) || first < 0 || last < first || last > Highest || ends.Length > 2)
            {
                return null;
            }

            coordinates.AddRange(Enumerable.Range(first, last - first + 1));
            above = Math.Max(above, last + 1);
        }

        return new KeyCell(false, [.. coordinates.Distinct()]);
    }

    // Visits count from 1.
    public override bool CanOccur(int coordinate) => attribute >= 0 || coordinate > 0;

    public override string NameOf(int coordinate) => coordinate == above ? $"{above} or more" : NumberText.Write(coordinate);

    public override LookupKey ToKey(int stride) => new()
    {
        Source = attribute >= 0 ? KeySource.Attribute : KeySource.Visit,
        Attribute = attribute,
        Map = [.. Enumerable.Range(0, Size)],
        Stride = stride,
    };
}

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

/// <summary>A column <c>hour</c> of a rate whose cells are times such as 08:15: each holds until the next.</summary>
internal sealed class TimeOfDayKeyColumn : KeyColumn
{
    public TimeOfDayKeyColumn(TableData table, int column)
        : base("hour", column) =>
        Times = [.. table.Rows.Select(row => ClockTimeText.TryParse(row.Cells[column], out var second, out _) ? second : -1).Where(second => second >= 0).Distinct().Order()];

    /// <summary>Times of day of the coordinates [s after midnight].</summary>
    public int[] Times { get; }

    public override int Size => Times.Length;

    public static bool IsUsed(TableData table, int column) => table.Rows.Exists(row => row.Cells[column].Contains(':', StringComparison.Ordinal));

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        hint = "";
        return ClockTimeText.TryParse(cell, out var second, out expected) ? new KeyCell(false, [Array.IndexOf(Times, second)]) : null;
    }

    public override string NameOf(int coordinate) => $"{Times[coordinate] / 3600:00}:{Times[coordinate] / 60 % 60:00}";

    public override LookupKey ToKey(int stride) => new() { Source = KeySource.Hour, Stride = stride };
}

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

/// <summary>A column <c>place</c>: pools as written, or with their instance.</summary>
internal sealed class PlaceKeyColumn : KeyColumn
{
    private readonly PoolIndex pools;

    public PlaceKeyColumn(PoolIndex pools, int column)
        : base("place", column) => this.pools = pools;

    public override int Size => pools.Pools.Count;

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        expected = "a pool or *";
        hint = Nearest.Hint(cell, pools.TemplatesAndGroups);
        var coordinates = new List<int>();
        foreach (var name in cell.Split('|'))
        {
            var found = pools.Of(name.Trim());
            if (found.Length == 0)
            {
                return null;
            }

            coordinates.AddRange(found);
        }

        return new KeyCell(false, [.. coordinates.Distinct()]);
    }

    // Which places a stage can take is not known here: a place without a row is an error when it is met.
    public override bool CanOccur(int coordinate) => false;

    public override string NameOf(int coordinate) => pools.Pools[coordinate].Name;

    public override LookupKey ToKey(int stride) => new() { Source = KeySource.Place, Stride = stride };
}
