using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>The forms in which a measure can be written.</summary>
internal enum MeasureStyle : byte
{
    /// <summary>Visits or waits within or over a time, of all of them [%].</summary>
    Share,

    /// <summary>A quantity per day, per month, or per 100,000 people a month.</summary>
    Rate,

    /// <summary>Mean length of visits or waits.</summary>
    Mean,

    /// <summary>Quantile of the lengths of visits or waits.</summary>
    Quantile,

    /// <summary>Standard deviation of the lengths of visits or waits.</summary>
    Deviation,

    /// <summary>One quantity divided by another.</summary>
    Ratio,

    /// <summary>Average over time.</summary>
    Average,

    /// <summary>Average over censuses.</summary>
    PerCensus,

    /// <summary>Sum over the period.</summary>
    Total,

    /// <summary>One measure less another.</summary>
    Difference,
}

/// <summary>What a rate is per.</summary>
internal enum RatePeriod : byte
{
    Day,

    /// <summary>A twelfth of 365.25 days.</summary>
    Month,

    /// <summary>A month and 100,000 people of <c>population</c>.</summary>
    MonthPer100k,
}

/// <summary>A measure as written: names, not yet indices.</summary>
internal sealed record MeasureDescription
{
    public required string Id { get; init; }

    public required SourceLocation Where { get; init; }

    public required string Path { get; init; }

    public required MeasureStyle Style { get; init; }

    /// <summary>Of a difference the constant 1, which says nothing.</summary>
    public required QuantityDescription Numerator { get; init; }

    /// <summary>Only of a ratio.</summary>
    public QuantityDescription? Denominator { get; init; }

    /// <summary>Only of a difference: the measure from which the other is taken, and the other.</summary>
    public (Written From, Written Less)? Parts { get; init; }

    /// <summary>Only of a rate.</summary>
    public RatePeriod Per { get; init; }

    /// <summary>Only of a quantile [0 to 1].</summary>
    public double Probability { get; init; }

    public double? Factor { get; init; }

    public Written? Unit { get; init; }

    public required WordsDescription Words { get; init; }

    public bool Monthly { get; init; }

    public bool Quarterly { get; init; }

    /// <summary>Null where none is declared.</summary>
    public SettledBound? SettledWithin { get; init; }
}

/// <summary>A request for distributions of the number occupied, as written.</summary>
internal sealed record DistributionDescription
{
    public required SourceLocation Where { get; init; }

    public required string Path { get; init; }

    /// <summary>Pools of which each has its own distribution.</summary>
    public IReadOnlyList<Written> Pools { get; init; } = [];

    /// <summary>Groups of which the pools are taken together.</summary>
    public IReadOnlyList<Written> Groups { get; init; } = [];

    /// <summary>Stages of which each has its own distribution of patients.</summary>
    public IReadOnlyList<Written> Stages { get; init; } = [];

    /// <summary>Pairs of which the joint distribution is wanted.</summary>
    public IReadOnlyList<(Written First, Written Second)> Joint { get; init; } = [];

    /// <summary>Partial poolings for the joint distributions: dedicated first, dedicated second, pooled [beds].</summary>
    public IReadOnlyList<(int First, int Second, int Pooled)> Poolings { get; init; } = [];

    /// <summary>Dimension by whose instances groups are kept apart, or null: taken together.</summary>
    public Written? By { get; init; }

    /// <summary>The share in use that is not to be passed, or null.</summary>
    public Written? Standard { get; init; }
}
