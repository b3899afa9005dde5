using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Fitting;

/// <summary>How a fit is made.</summary>
public sealed record FitSettings
{
    public const int DefaultReplications = 2;
    public const double DefaultHours = 2;
    public const int DefaultWaves = 3;

    /// <summary>More points than that in a wave tell little more, unless they are asked for.</summary>
    public const int MostPointsUnasked = 600;

    public ulong Seed { get; init; } = ExperimentPlan.DefaultSeed;

    /// <summary>Of each point [1 or more].</summary>
    public int Replications { get; init; } = DefaultReplications;

    /// <summary>Replications run at the same time.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Time that this call may take [h].</summary>
    public double Hours { get; init; } = DefaultHours;

    /// <summary>Points of a wave; null: what the time allows.</summary>
    public int? Points { get; init; }

    /// <summary>Null: what the time allows, and no more once they rule out little.</summary>
    public int? Waves { get; init; }

    public CancellationToken Cancel { get; init; }
}
