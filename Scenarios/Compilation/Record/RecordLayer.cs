using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Record;

/// <summary>Lays recorded months over rates, capacities and surges as they are described.</summary>
internal sealed class RecordLayer
{
    private readonly MonthlyRecord? record;
    private readonly CompileContext context;
    private readonly Horizon horizon;

    public RecordLayer(CompileContext context, Horizon horizon)
    {
        this.context = context;
        this.horizon = horizon;
        record = context.Recorded;
    }

    /// <summary>The rate of a stream, by its name with the instance.</summary>
    public RateModel? Rate(string stream, RateModel? described) =>
        described is null || record is null || !record.Factors.TryGetValue(stream, out var factors)
            ? described
            : Times(described, day => factors.GetValueOrDefault(MonthOf(day), 1));

    /// <summary>The rate of closures of a pool: none begins while what is open is recorded.</summary>
    public RateModel? Closures(string pool, RateModel? described) =>
        described is null || record is null || !record.Settled.TryGetValue(pool, out var months)
            ? described
            : Times(described, day => months.Contains(MonthOf(day)) ? 0 : 1);

    /// <summary>The capacity of a pool, by its name with the instance. A broken number is so many whole units that the mean of the month is right.</summary>
    /// <param name="pool">Its name.</param>
    /// <param name="described">As described, with the changes of a scenario.</param>
    /// <param name="at">Where the capacity stands, for a problem.</param>
    public Timetable Capacity(string pool, Timetable described, Written at)
    {
        if (record is null || !record.More.TryGetValue(pool, out var more))
        {
            return described;
        }

        var laid = horizon.Lay(day => (PatternOn(described, day), UnitsOn(day, more)), day => Raised(described, day, UnitsOn(day, more)));
        if (laid.Patterns.Min(pattern => pattern.Values.Min()) is < 0 and var lowest)
        {
            context.Problems.Error(at.Where, at.Path, "units enough to take the difference between the beds recorded and those described",
                FormattableString.Invariant($"{-lowest} too few of {pool} in a recorded month"), "Name another pool under recorded.beds.taken_by, or look at the file of --beds.");
        }

        return laid;
    }

    /// <summary>A surge that does not open, and closes when it is next looked at, while what is open is recorded.</summary>
    public SurgeModel Surge(string pool, SurgeModel described)
    {
        if (record is null || !record.Settled.TryGetValue(pool, out var months))
        {
            return described;
        }

        var settled = new Expression
        {
            Kind = ExpressionKind.Open,
            Calendar = horizon.Lay(day => months.Contains(MonthOf(day)), day => new DayPattern([0], [months.Contains(MonthOf(day)) ? 1 : 0])),
        };
        return new SurgeModel
        {
            Adds = described.Adds,
            Opens = new Expression { Kind = ExpressionKind.And, Left = new Expression { Kind = ExpressionKind.Not, Left = settled }, Right = described.Opens },
            Closes = new Expression { Kind = ExpressionKind.Or, Left = settled, Right = described.Closes },
            Checked = described.Checked,
            After = described.After,
            AtLeast = described.AtLeast,
        };
    }

    private RateModel Times(RateModel described, Func<int, double> factor)
    {
        var days = new double[horizon.Days];
        for (var day = 0; day < days.Length; day++)
        {
            days[day] = described.DayFactor[Math.Min(day, described.DayFactor.Length - 1)] * factor(day);
        }

        return new RateModel { PerHour = described.PerHour, DayFactor = days, Linear = described.Linear };
    }

    private DateOnly MonthOf(int day) => MonthlyRecord.MonthOf(horizon.DateOf(day));

    private static int PatternOn(Timetable table, int day) => table.PatternOfDay[Math.Min(day, table.PatternOfDay.Length - 1)];

    private static DayPattern Raised(Timetable described, int day, int units)
    {
        var pattern = described.Patterns[PatternOn(described, day)];
        return pattern with { Values = Array.ConvertAll(pattern.Values, value => value + units) };
    }

    /// <summary>Whole units, one more on as many days of the month as the fraction says, spread over it.</summary>
    private int UnitsOn(int day, Dictionary<DateOnly, double> more)
    {
        if (!more.TryGetValue(MonthOf(day), out var units))
        {
            return 0;
        }

        var ofMonth = horizon.DateOf(day).Day;
        return (int)(Math.Floor(Rounded(units * ofMonth)) - Math.Floor(Rounded(units * (ofMonth - 1))));
    }

    /// <summary>A product such as 0.6 × 5 is 3, and no bit less.</summary>
    private static double Rounded(double units) => Math.Round(units, 6);
}
