using FlowSim.Plots.Explore;

namespace FlowSim.Cli.Options;

/// <summary>What <c>explore</c> was asked for.</summary>
internal sealed record ExploreSettings
{
    /// <summary>The result folder.</summary>
    public required string Results { get; init; }

    public required ExploreChoice Choice { get; init; }

    /// <summary><c>png</c> or <c>svg</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Folder for the plots; null: <c>explore</c> in the result folder.</summary>
    public required string? Out { get; init; }
}
