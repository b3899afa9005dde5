using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Simulator.Model;

/// <summary>One source of patients, or of closures.</summary>
public sealed class StreamModel
{
    /// <summary>Name with its instance.</summary>
    public required string Name { get; init; }

    /// <summary>Name as written.</summary>
    public required string Template { get; init; }

    /// <summary>Hash of the name with its instance, which keys its arrivals and its patients.</summary>
    public required uint KeyHash { get; init; }

    public int EachDimension { get; init; } = -1;

    public int Instance { get; init; } = -1;

    /// <summary>Attributes of the dimension's name, or of two dimensions', with the values that its patients get.</summary>
    public OwnValue[] Own { get; init; } = [];

    /// <summary>A non-homogeneous Poisson process, or null.</summary>
    public RateModel? Rate { get; init; }

    /// <summary>Patients who come together at each event of <see cref="Rate"/>; null: one.</summary>
    public ArrivalCount? Count { get; init; }

    /// <summary>Arrivals at set times, or null.</summary>
    public ScheduleModel? Schedule { get; init; }

    /// <summary>Observed arrivals, or null.</summary>
    public ObservedModel? Observed { get; init; }

    /// <summary>Index into <see cref="SystemModel.Targets"/>; -1 for closures.</summary>
    public int To { get; init; } = -1;

    public ClosureModel? Closes { get; init; }

    /// <summary>Attributes drawn at arrival, in written order.</summary>
    public SetRule[] Attributes { get; init; } = [];
}

/// <summary>
/// An arrival rate over time [per hour]: the value of the day's pattern at the second, times the day's factor (growth, scenario).
/// </summary>
public sealed class RateModel
{
    private const int HoursOfDay = SimTime.Day / SimTime.Hour;

    private readonly HourlySteps steps = null!;

    /// <summary>Rates over the day [per hour].</summary>
    public required Timetable PerHour
    {
        get;
        init
        {
            field = value;
            steps = new HourlySteps(value);
        }
    }

    /// <summary>Factor by day of the run; days beyond the last use the last.</summary>
    public required double[] DayFactor { get; init; }

    /// <summary>True: values are joined by straight lines at the patterns' points; false: steps.</summary>
    public required bool Linear { get; init; }

    /// <summary>The rate at a time [per hour].</summary>
    public double At(int time) => (Linear ? PerHour.Between(time) : PerHour.At(time)) * FactorOn(time / SimTime.Day);

    /// <summary>A rate that is not exceeded in an hour of the run [per hour], and whether it is sure to be the rate in all of it.</summary>
    internal (double Highest, bool IsSteady) InHour(int hour)
    {
        if (Linear)
        {
            return (PerHour.HighestBetween(hour * SimTime.Hour, SimTime.Hour) * FactorOn(hour / HoursOfDay), false);
        }

        var (highest, isSteady) = steps.InHour(hour);
        return (highest * FactorOn(hour / HoursOfDay), isSteady);
    }

    private double FactorOn(int day) => DayFactor[Math.Min(day, DayFactor.Length - 1)];
}

/// <summary>How many patients come together at an event of a rate.</summary>
/// <param name="Lookup">By the moment; the cells index <paramref name="Laws"/>.</param>
/// <param name="Laws">Patients each time; a broken number (2.4) is 2 or 3 by draw.</param>
public sealed record ArrivalCount(Lookup Lookup, Distribution[] Laws)
{
    /// <summary>Always one.</summary>
    public static ArrivalCount One { get; } = new(Lookup.Single, [Constant.Of(1)]);
}

/// <summary>Arrivals at instants, a fixed or drawn number each time.</summary>
public sealed class ScheduleModel
{
    public required Gate At { get; init; }

    /// <summary>Also at the start of the run itself (gates are strictly later).</summary>
    public bool AtStart { get; init; }

    /// <summary>Patients each time: the cells index <see cref="Counts"/>; a broken mean (2.4) is 2 or 3 by draw.</summary>
    public required Lookup Lookup { get; init; }

    public required Distribution[] Counts { get; init; }

    /// <summary>What the number is multiplied by on each day (growth); the last holds after the end, a single one always.</summary>
    public double[] DayFactor { get; init; } = [1];

    /// <summary>No arrivals at or after this time [s]; int.MaxValue: never ends.</summary>
    public int Until { get; init; } = int.MaxValue;
}

/// <summary>Arrivals read from a list, sorted by time.</summary>
public sealed class ObservedModel
{
    /// <summary>Arrival times [s].</summary>
    public required int[] Times { get; init; }

    /// <summary>Replication each belongs to (1-based), or 0: all; null when the list has no such column.</summary>
    public int[]? Replication { get; init; }

    /// <summary>Attributes given by the list.</summary>
    public required int[] Attributes { get; init; }

    /// <summary>Values [arrival * Attributes.Length + attribute].</summary>
    public required int[] Values { get; init; }
}

/// <summary>What an event of a closure stream does.</summary>
public sealed class ClosureModel
{
    /// <summary>Pool index.</summary>
    public required int Pool { get; init; }

    /// <summary>Units closed.</summary>
    public required int Amount { get; init; }

    /// <summary>For how long.</summary>
    public required TimeRule Time { get; init; }
}
