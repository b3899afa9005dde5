using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Lays rosters out over the days of the run. More exact rows win over <c>*</c>, named days over <c>daily</c>; gaps are 0.</summary>
internal sealed class RosterCompiler
{
    private static readonly string[] RequiredColumns = ["days", "from", "to", "capacity"];

    private readonly Horizon horizon;
    private readonly SystemFiles files;
    private readonly Dimension[] dimensions;
    private readonly ProblemList problems;

    public RosterCompiler(Horizon horizon, CompileContext context)
    {
        this.horizon = horizon;
        files = context.Files;
        dimensions = context.Dimensions;
        problems = context.Problems;
    }

    /// <summary>Capacity over time for one instance, or null after a problem.</summary>
    /// <param name="roster">The roster's rows.</param>
    /// <param name="keys">Key columns that may stand in it, each with the instance wanted.</param>
    /// <param name="holidays">Dates on which the rows for holidays apply.</param>
    /// <param name="instance">The instance in warnings; empty where there is one pool only.</param>
    public Timetable? Compile(TableData roster, IReadOnlyDictionary<string, string> keys, HashSet<DateOnly> holidays, string instance)
    {
        var others = roster.Columns.Where(column => !IsKnown(column, keys)).ToList();
        foreach (var column in RequiredColumns.Where(column => roster.ColumnOf(column) < 0))
        {
            var near = Nearest.To(column, others);
            problems.Error(roster.Where, $"rosters.{roster.Name}", $"a column \"{column}\"", near
                ?? "columns " + string.Join(", ", roster.Columns), Nearest.Rename(column, others));
            others.RemoveAll(other => other == near);
        }

        if (!CheckColumns(roster, keys, others) || RequiredColumns.Any(column => roster.ColumnOf(column) < 0))
        {
            return null;
        }

        CheckInstances(roster, keys.Keys);
        var shifts = roster.Rows.Select(row => Read(roster, row, keys)).OfType<Shift>().ToList();
        if (!problems.HasErrorsIn(roster.Where.File))
        {
            var ofHolidays = shifts.Find(shift => shift.Days == WeekdayText.Holidays);
            Gaps.Note(roster, instance, day => day == RosterGaps.Holiday
                ? CoverOfHoliday(shifts)
                : CoverOf(shifts, day), ofHolidays is not null && holidays.Count > 0);
            if (ofHolidays is not null && holidays.Count == 0)
            {
                problems.Warning(ofHolidays.Row.Where, $"rosters.{roster.Name}.days",
                    $"a calendar of dates that are holidays, named {SystemKeys.DefaultHolidays} or under the capacity's \"holidays\"", "holidays",
                    "Without one no day is a holiday, and the row does nothing.");
            }
        }

        return Lay(roster, shifts, holidays);
    }

    /// <summary>Hours that no row covers.</summary>
    public RosterGaps Gaps { get; } = new();

    /// <summary>What the rows cover of a day of the week that is no holiday.</summary>
    private static DayHours CoverOf(List<Shift> shifts, int weekday)
    {
        var hours = new DayHours();
        foreach (var shift in shifts.Where(shift => shift.Days != WeekdayText.Holidays))
        {
            if ((shift.Days >> weekday & 1) != 0)
            {
                hours.Add(shift.From, shift.To, 1);
            }

            if (shift.To > SimTime.Day && (shift.Days >> ((weekday + WeekdayText.DaysInWeek - 1) % WeekdayText.DaysInWeek) & 1) != 0)
            {
                hours.Add(0, shift.To - SimTime.Day, 1);
            }
        }

        return hours;
    }

    /// <summary>What the rows cover of a holiday, whichever day of the week was before it.</summary>
    private static DayHours CoverOfHoliday(List<Shift> shifts)
    {
        var hours = new DayHours();
        foreach (var shift in shifts.Where(shift => shift.Days == WeekdayText.Holidays))
        {
            hours.Add(shift.From, shift.To, 1);
        }

        var before = Enumerable.Range(0, WeekdayText.DaysInWeek).Min(weekday => shifts
            .Where(shift => shift.Days != WeekdayText.Holidays && (shift.Days >> weekday & 1) != 0)
            .Max(shift => (int?)shift.To - SimTime.Day) ?? 0);
        hours.Add(0, before, 1);
        return hours;
    }

    private static bool IsKnown(string column, IReadOnlyDictionary<string, string> keys) =>
        RequiredColumns.Contains(column) || keys.ContainsKey(column) || TableOrigins.Columns.Contains(column);

    /// <summary>Refuses a column that is not known, and has not been told as a required one misspelt.</summary>
    private bool CheckColumns(TableData roster, IReadOnlyDictionary<string, string> keys, List<string> unknownColumns)
    {
        if (unknownColumns.FirstOrDefault() is not { } unknown)
        {
            return true;
        }

        problems.Error(roster.Where, $"rosters.{roster.Name}", "the columns days, from, to, capacity and the pool's dimension", unknown,
            Nearest.Hint(unknown, [.. RequiredColumns, .. keys.Keys]));
        return false;
    }

    /// <summary>A row of an instance that the dimension has not would be left out at every instance.</summary>
    private void CheckInstances(TableData roster, IEnumerable<string> keys)
    {
        foreach (var key in keys.Where(key => roster.ColumnOf(key) >= 0))
        {
            var column = roster.ColumnOf(key);
            var known = Array.Find(dimensions, dimension => dimension.Name == key)!.Instances;
            foreach (var row in roster.Rows.Where(row => row.Cells[column].Trim() != "*"))
            {
                foreach (var part in row.Cells[column].Trim().Split('|').Where(part => !known.Contains(part)))
                {
                    problems.Error(row.Where, $"rosters.{roster.Name}.{key}", $"one of {string.Join(", ", known)}, or *", part, Nearest.Hint(part, known));
                }
            }
        }
    }

    private Shift? Read(TableData roster, TableRow row, IReadOnlyDictionary<string, string> keys)
    {
        var rank = 0;
        foreach (var (column, instance) in keys)
        {
            var index = roster.ColumnOf(column);
            var cell = index < 0 ? "*" : row.Cells[index].Trim();
            if (cell != "*" && !cell.Split('|').Contains(instance))
            {
                return null;
            }

            rank += cell == "*" ? 0 : cell == instance ? 4 : 2;
        }

        var path = $"rosters.{roster.Name}";
        string Cell(string column) => row.Cells[roster.ColumnOf(column)].Trim();
        var read = WeekdayText.TryParse(Cell("days"), out var days, out var expected) || Refuse(row, path + ".days", expected, Cell("days"));
        read &= ClockTimeText.TryParse(Cell("from"), out var from, out expected) || Refuse(row, path + ".from", expected, Cell("from"));
        read &= ClockTimeText.TryParse(Cell("to"), out var to, out expected) || Refuse(row, path + ".to", expected, Cell("to"));
        var isUnlimited = Cell("capacity") == WholeUnits.Unlimited;
        var capacity = (double)WholeUnits.Most;
        read &= isUnlimited || NumberText.TryParse(Cell("capacity"), out capacity, out expected) || Refuse(row, path + ".capacity", expected, Cell("capacity"));
        if (read && (capacity < 0 || capacity > WholeUnits.Most))
        {
            read = Refuse(row, path + ".capacity", capacity < 0 ? "a number of at least 0" : WholeUnits.ExpectedAtMost, Cell("capacity"));
        }

        var units = WholeUnits.Of(capacity, files);
        if (read && units is null)
        {
            read = Refuse(row, path + ".capacity", WholeUnits.Expected, Cell("capacity"), WholeUnits.Hint(capacity));
        }

        return read ? new Shift(days, from, to <= from ? to + SimTime.Day : to, units!.Value, rank + (days == WeekdayText.Daily ? 0 : 1), row) : null;
    }

    private bool Refuse(TableRow row, string path, string expected, string received, string hint = "")
    {
        problems.Error(row.Where, path, expected, received, hint);
        return false;
    }

    private Timetable Lay(TableData roster, List<Shift> shifts, HashSet<DateOnly> holidays)
    {
        var hasHolidayRows = shifts.Exists(shift => shift.Days == WeekdayText.Holidays);
        var reported = false;
        bool WorksOn(Shift shift, int day) => IsHoliday(day)
            ? shift.Days == WeekdayText.Holidays
            : (shift.Days >> horizon.WeekdayOf(day) & 1) != 0;

        bool IsHoliday(int day) => hasHolidayRows && holidays.Contains(horizon.DateOf(day));
        return horizon.LayWeekdays(hasHolidayRows ? holidays : Horizon.NoDates, day =>
        {
            var hours = new DayHours();
            foreach (var shift in shifts)
            {
                if (WorksOn(shift, day))
                {
                    hours.Add(shift.From, shift.To, shift.Capacity, shift.Rank);
                }

                if (shift.To > SimTime.Day && WorksOn(shift, day - 1))
                {
                    hours.Add(0, shift.To - SimTime.Day, shift.Capacity, shift.Rank);
                }
            }

            if (!reported && hours.Overlaps)
            {
                reported = true;
                problems.Error(shifts[0].Row.Where, $"rosters.{roster.Name}", "one row for each hour of a day",
                    $"two rows that overlap on {horizon.DateOf(day).DayOfWeek}", "Split the hours, so that each row gives the whole capacity.");
            }

            return hours.ToPattern();
        });
    }

    private sealed record Shift(int Days, int From, int To, double Capacity, int Rank, TableRow Row);
}
