namespace FlowSim.Simulator.Measures;

/// <summary>One value of one replication.</summary>
/// <param name="Period">A year such as <c>2017/18</c>, a month such as <c>2017-04</c>, or <c>all</c>.</param>
/// <param name="Measure">Id of the measure.</param>
/// <param name="Place"><c>system</c> or an instance.</param>
/// <param name="Group">Stage, pool, reason and attribution, category, or empty.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Value">NaN when undefined (nothing was counted).</param>
public readonly record struct ResultRow(string Period, string Measure, string Place, string Group, string Unit, double Value)
{
    /// <summary>The place of what is of no single instance.</summary>
    public const string WholeSystem = "system";

    /// <summary>
    /// What a declared measure was divided by: with it values of several months or places are put together as sums ÷ sums. NaN for other values, and where it
    /// has not been kept.
    /// </summary>
    public double Base { get; init; } = double.NaN;
}

/// <summary>A series of one replication: one value a day from the first measured day, or 168 hours of the week from Monday 00:00.</summary>
public sealed record TimelineSeries(string Measure, string Place, bool HoursOfWeek, float[] Values);

/// <summary>Patients who moved from one stage (or stream) to another (or an exit), per day.</summary>
public readonly record struct FlowRow(string Period, string From, string To, string Place, double PerDay);

/// <summary>What one replication of one scenario gives over one measured window.</summary>
public sealed class ReplicationResult
{
    /// <summary>In a stable order that does not depend on the run.</summary>
    public required IReadOnlyList<ResultRow> Rows { get; init; }

    public required IReadOnlyList<TimelineSeries> Timelines { get; init; }

    public required IReadOnlyList<FlowRow> Flows { get; init; }

    /// <summary>The demand for pools, where it was recorded: set by set, month by month.</summary>
    public IReadOnlyList<DemandOfMonth> Demands { get; init; } = [];

    /// <summary>Events handled in the window and the unmeasured time before it in the same call.</summary>
    public required long Events { get; init; }

    /// <summary>First measured day, as a date; the day 0 date for small models.</summary>
    public required DateOnly FirstDay { get; init; }
}
