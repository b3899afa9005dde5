using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>What the outer loop gave: see <see cref="OuterDraws"/>.</summary>
public sealed class OuterResult
{
    public required OuterDraws Plan { get; init; }

    /// <summary>Those that came to their end, and those that were left out, in order.</summary>
    public required IReadOnlyList<DrawResult> Draws { get; init; }

    /// <summary>Draws that gave nothing.</summary>
    public IReadOnlyList<DrawResult> LeftOut => [.. Draws.Where(draw => draw.LeftOut.Length > 0)];

    private IReadOnlyList<DrawResult> Kept => [.. Draws.Where(draw => draw.LeftOut.Length == 0)];

    /// <summary>The inputs of every draw that gave something, those of the first replications among them.</summary>
    internal IReadOnlyList<DrawnInput> Inputs(ExperimentResult result) =>
    [
        .. Plan.Described.Where(input => result.Replications.Contains(input.Draw)), .. Kept.SelectMany(draw => draw.Draw.Inputs),
    ];

    /// <summary>Numbers of the draws in the order of <see cref="Of"/>.</summary>
    internal IReadOnlyList<int> Numbers(ExperimentResult result) =>
        [.. Central(result).Select(at => result.Replications[at]), .. Kept.Select(draw => draw.Draw.Number)];

    /// <summary>A scenario over all draws: the first of its replications, and what it gave in the others.</summary>
    internal ScenarioResult Of(ExperimentResult result, int index)
    {
        var (scenario, central) = (result.Scenarios[index], Central(result));
        return new ScenarioResult
        {
            Id = scenario.Id,
            Title = scenario.Title,
            Reported = [.. central.Select(at => scenario.Reported[at]), .. Kept.Select(draw => draw.Reported[index])],
            SpinUp = scenario.SpinUp.Count == 0 ? [] : [.. central.Select(at => scenario.SpinUp[at]), .. Kept.Select(draw => draw.SpinUp)],
        };
    }

    /// <summary>Of a draw only what intervals are made of is kept: series and flows of hundreds would fill the memory.</summary>
    internal static ReplicationResult? RowsOf(ReplicationResult? result) => result is null ? null
        : new ReplicationResult { Rows = result.Rows, Timelines = [], Flows = [], Events = result.Events, FirstDay = result.FirstDay };

    private List<int> Central(ExperimentResult result) =>
        [.. Enumerable.Range(0, result.Replications.Count).Where(at => result.Replications[at] <= Plan.Central)];
}
