using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>A quantity as written: names, not yet indices.</summary>
internal sealed record QuantityDescription
{
    public required QuantityForm Form { get; init; }

    /// <summary>Names of clocks, stages, exits, streams or pools.</summary>
    public required IReadOnlyList<Written> Names { get; init; }

    public required SourceLocation Where { get; init; }

    /// <summary>Path in the description, such as <c>measures.delays.ratio[1]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Dimension of the places, or null.</summary>
    public Written? By { get; init; }

    /// <summary>Attribute of the groups, or null.</summary>
    public Written? Group { get; init; }

    /// <summary>Conditions that choose patients: all must hold.</summary>
    public IReadOnlyList<Written> Filters { get; init; } = [];

    /// <summary>Longest length counted [s]; -1: no limit.</summary>
    public int Within { get; init; } = -1;

    /// <summary>Only lengths above this [s]; -1: no limit.</summary>
    public int Over { get; init; } = -1;

    public WaitPart Part { get; init; }

    /// <summary>Target to which patients gave up, or null.</summary>
    public Written? Reason { get; init; }

    /// <summary>Pools or groups of which one must be held.</summary>
    public IReadOnlyList<Written> In { get; init; } = [];

    /// <summary>More whole days than this must have passed, or the occupied share of <c>census_over</c>; -1: no limit.</summary>
    public double Threshold { get; init; } = -1;

    /// <summary>Hour of the census [s after midnight].</summary>
    public int CensusAt { get; init; }

    /// <summary>Reasons of delay; empty: all.</summary>
    public IReadOnlyList<Written> Reasons { get; init; } = [];

    /// <summary>Attribution of delay, or null: all.</summary>
    public string? Attribution { get; init; }

    public bool HasLimit => Within >= 0 || Over >= 0;

    /// <summary>The same patients without regard to the length.</summary>
    public QuantityDescription WithoutLimit => this with { Within = -1, Over = -1 };

    /// <summary>Another quantity of the same patients.</summary>
    public QuantityDescription As(QuantityForm form) => this with { Form = form };
}
