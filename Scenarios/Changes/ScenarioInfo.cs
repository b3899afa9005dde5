using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>A scenario as read: what it changes, why, and what it costs.</summary>
internal sealed record ScenarioInfo
{
    /// <summary>Id of the system as described, without changes.</summary>
    public const string BaselineId = "baseline";

    public required string Id { get; init; }

    /// <summary>Title, or the id if none is given.</summary>
    public required string Title { get; init; }

    /// <summary>Scenarios it is made of, included ones first, itself last; each once.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>All changes in the order in which they are made.</summary>
    public required IReadOnlyList<ScenarioChange> Changes { get; init; }

    /// <summary>Investment of all parts, as written.</summary>
    public required IReadOnlyList<InvestmentLine> Investment { get; init; }

    /// <summary>Dates after one and before another at which numbers change, in order; empty if nothing is dated.</summary>
    public IReadOnlyList<DateOnly> DatesBetween(DateOnly after, DateOnly before) =>
        [.. Changes.SelectMany(change => change.DatesBetween(after, before)).Distinct().Order()];
}

/// <summary>A line of <c>investment:</c> and the scenario it stands in.</summary>
internal sealed record InvestmentLine(string Scenario, MapNode Line);

/// <summary>A system with a scenario's changes made.</summary>
/// <param name="Files">A copy: the baseline is as it was.</param>
internal sealed record ChangedSystem(SystemFiles Files, ScenarioInfo Scenario);
