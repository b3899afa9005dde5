using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>What is to be drawn. Null means: what the chart shows by default.</summary>
public sealed record ChartRequest
{
    public const double PageWidth = 170;
    public const double LeastWidth = 80;
    public const double MostWidth = 250;

    public required ResultSet Results { get; init; }

    /// <summary>One scenario only.</summary>
    public string? Scenario { get; init; }

    /// <summary>One place only, such as <c>cuhft</c>.</summary>
    public string? Place { get; init; }

    /// <summary>Which measure, for charts that can show any.</summary>
    public string? Measure { get; init; }

    /// <summary>Which period, such as <c>2018/19</c>; without one <see cref="ResultSet.LastPeriod"/>.</summary>
    public string? Period { get; init; }

    /// <summary>Printed width [mm].</summary>
    public double WidthMillimetres { get; init; } = PageWidth;

    /// <summary>Scenarios to draw one by one, the baseline first.</summary>
    internal IEnumerable<string> Scenarios => Results.Run.Scenarios.Where(scenario => Scenario is null || scenario == Scenario);

    /// <summary>The period in words the files use.</summary>
    internal string PeriodOrLast => Period ?? ResultIndex.Of(Results).LastPeriod;

    /// <summary>Replications a scenario has in the files.</summary>
    internal int ReplicationsOf(string scenario) => Results.Run.ReplicationsByScenario.GetValueOrDefault(scenario, Results.Run.Replications);

    internal bool Wants(string place) => Place is null || Place == place;
}
