namespace FlowSim.Scenarios.Results;

/// <summary>A row of <c>wards.csv</c>: how many whole wards could be given up at a place, or how many beds it is short.</summary>
public sealed record WardRow
{
    public required string Scenario { get; init; }

    /// <summary>A financial year, or <c>all</c>.</summary>
    public required string Year { get; init; }

    public required string Place { get; init; }

    /// <summary>Beds open on average, with those opened under pressure.</summary>
    public required double Open { get; init; }

    /// <summary>Beds that would be in use on average if there were enough.</summary>
    public required double Demand { get; init; }

    /// <summary>The same in winter, December to March.</summary>
    public required double WinterDemand { get; init; }

    /// <summary>Beds needed.</summary>
    public required int Needed { get; init; }

    /// <summary>Whole wards between those open and those needed.</summary>
    public required int Wards { get; init; }
}
