using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Calibration;

/// <summary>A row of <c>observed.csv</c>. NaN where a cell is empty.</summary>
internal sealed record Observation
{
    public required SourceLocation Where { get; init; }

    public required MeasureModel Measure { get; init; }

    /// <summary><c>system</c> or instances; of several the figure is that of all of them taken together.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    public required string Group { get; init; }

    public required ObservedPeriod Period { get; init; }

    public required double Observed { get; init; }

    public required double Lower95 { get; init; }

    public required double Upper95 { get; init; }

    public required string Status { get; init; }

    /// <summary>In the measure's unit; NaN: the figure is shown and not judged.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Standard deviation of what the model leaves out, in the measure's unit; NaN: half of the tolerance.</summary>
    public double Discrepancy { get; init; } = double.NaN;

    public required string Source { get; init; }

    /// <summary>The places as results show them.</summary>
    public string Place => string.Join('+', Places);

    /// <summary>What no other row may be about.</summary>
    public (string, string, string, string) Subject => (Measure.Id, string.Join('+', Places.Order(StringComparer.Ordinal)), Group, Period.Text);
}
