using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// The rows by number of beds occupied. A large pool has hundreds of numbers it never reaches; rows that only say so would be
/// four fifths of every file.
/// </summary>
public static class OccupancyRows
{
    private const string Distribution = "occupancy_distribution";
    private const string Delay = "p_delay";
    private const string Full = "p_full";

    /// <summary>True for a row of one replication that follows from the others: a share of 0, and what <c>occupancy_distribution</c> implies.</summary>
    internal static bool IsImplied(ResultRow row) => row.Measure is Delay or Full || (row.Measure == Distribution && row.Value == 0);

    /// <summary>True when no replication saw the number, or every one saw nothing below it.</summary>
    internal static bool IsImplied(Summary row) => IsOne(row.Key) && (row.N == 0 || (row.Mean is 0 or 1 && row.Sd is 0 or double.NaN));

    /// <summary>True when neither scenario says anything about the number.</summary>
    internal static bool IsImplied(Difference row) => IsOne(row.Key) && (row.N == 0 || (row.Mean == 0 && row.Lower95 is 0 or double.NaN));

    /// <summary>True for a measure of which single replications do not have all rows.</summary>
    public static bool AreLeftOut(string measure) => measure is Distribution or Delay or Full;

    private static bool IsOne(ResultKey key) => AreLeftOut(key.Measure);
}
