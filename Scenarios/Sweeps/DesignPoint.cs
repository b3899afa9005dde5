using FlowSim.Scenarios.Inputs;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>A place for each factor, run with some replications.</summary>
/// <param name="Number">From 1; 0 is the system as described.</param>
/// <param name="Places">By factor [0 to 1]; NaN where it was given by its value.</param>
/// <param name="Operands">By factor, to what or by what; empty for the system as described.</param>
/// <param name="Replications">Numbers of the replications it is run with [from 1].</param>
public sealed record DesignPoint(int Number, IReadOnlyList<double> Places, IReadOnlyList<string> Operands, IReadOnlyList<int> Replications)
{
    /// <summary>Everything as described.</summary>
    public const int AsDescribed = 0;

    private static readonly double[] BothEnds = [0, 1];

    /// <summary>The only factor that is moved; null: all are.</summary>
    private int? Only { get; init; }

    /// <summary>The point as changes of the system.</summary>
    internal IReadOnlyList<InputValue> Changes(IReadOnlyList<Factor> factors) =>
    [
        .. Operands.SelectMany((operand, at) => Only is { } only && only != at ? []
            : double.IsNaN(Places[at]) ? factors[at].At(operand) : factors[at].At(Places[at])),
    ];

    /// <summary>All factors at their low ends, and all at their high ends.</summary>
    public static IReadOnlyList<DesignPoint> Ends(IReadOnlyList<Factor> factors) =>
        [.. BothEnds.Select(end => At(1, factors, [.. factors.Select(_ => end)], []))];

    /// <summary>Each factor at its low and at its high end, by itself.</summary>
    public static IEnumerable<DesignPoint> EachEnd(IReadOnlyList<Factor> factors) =>
        factors.SelectMany((_, factor) => BothEnds.Select(end => Alone(1, factors, factor, end, [])));

    /// <summary>A point at which one factor is moved and the others are as described.</summary>
    internal static DesignPoint Alone(int number, IReadOnlyList<Factor> factors, int factor, double place, IReadOnlyList<int> replications) =>
        new(number, [.. factors.Select((_, at) => at == factor ? place : double.NaN)], [.. factors.Select((one, at) => at == factor ? one.OperandAt(place) : "")],
            replications)
        { Only = factor };

    /// <summary>A point by its places.</summary>
    internal static DesignPoint At(int number, IReadOnlyList<Factor> factors, IReadOnlyList<double> places, IReadOnlyList<int> replications) =>
        new(number, places, [.. factors.Zip(places, (factor, place) => factor.OperandAt(place))], replications);
}
