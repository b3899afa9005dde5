using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Calibration;

/// <summary>The recorded days of a series at a place.</summary>
/// <param name="Series">A daily series that the system declares.</param>
/// <param name="Place"><c>system</c>, or an instance.</param>
/// <param name="Days">By date.</param>
/// <param name="Status">What is known about them.</param>
/// <param name="Source">Where they were read.</param>
internal sealed record ObservedSeries(TimelineModel Series, string Place, IReadOnlyDictionary<DateOnly, double> Days, string Status, string Source)
{
    public DateOnly First => Days.Keys.Min();

    public DateOnly Last => Days.Keys.Max();
}
