using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>What a point gave.</summary>
/// <param name="Point">Which.</param>
/// <param name="LeftOut">Why it gave nothing; empty: it gave something.</param>
/// <param name="Values">By measure, period, place and group: a value for each replication of the point, NaN where there is none.</param>
public sealed record PointResult(DesignPoint Point, string LeftOut, IReadOnlyDictionary<ResultKey, double[]> Values);

/// <summary>What a sweep gave, as far as it came: points in their order.</summary>
/// <param name="Points">Those that are finished.</param>
/// <param name="Units">By measure, period, place and group.</param>
/// <param name="Events">Events handled [events].</param>
/// <param name="IsComplete">False when it was interrupted.</param>
public sealed record SweepResult(IReadOnlyList<PointResult> Points, IReadOnlyDictionary<ResultKey, string> Units, long Events, bool IsComplete);
