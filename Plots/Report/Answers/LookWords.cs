using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;

namespace FlowSim.Plots.Report.Answers;

/// <summary>A first look at a scenario in a line: what one replication gave of the measures that have a target, else of the first.</summary>
public sealed class LookWords
{
    private const int Most = 3;

    private readonly SystemNames names;
    private readonly IReadOnlyList<string> measures;

    /// <param name="system">The system in words.</param>
    /// <param name="headline">Ids of its headline measures, in order.</param>
    public LookWords(SystemFacts system, IReadOnlyList<string> headline)
    {
        names = SystemNames.Of(system);
        var targets = headline.Where(measure => names.Better(measure).Length > 0 && names.Standard(measure) is not null).ToList();
        measures = [.. (targets.Count > 0 ? targets : headline).Take(Most)];
    }

    /// <summary><c>first look, 1 replication: baseline: Bed occupancy 97.1 %; …</c>; of a scenario what it changes.</summary>
    /// <param name="look">What one replication gave.</param>
    /// <param name="baseline">What it gave of the baseline; null: it is not there.</param>
    public string Line(FirstLook look, FirstLook? baseline)
    {
        var period = Periods.Shown(look.Rows.Select(row => row.Period), true);
        var parts = measures.Select(measure => Part(measure, Find(look, period, measure), look == baseline ? null : Find(baseline, period, measure)))
            .Where(part => part.Length > 0).ToList();
        return $"first look, one replication: {look.Scenario}: {(parts.Count == 0 ? "done" : string.Join("; ", parts))}";
    }

    private static ResultRow? Find(FirstLook? look, string period, string measure) =>
        look?.Rows.Cast<ResultRow?>().FirstOrDefault(row => row!.Value.Period == period && row.Value.Measure == measure && row.Value.Place == PlaceName.System
            && row.Value.Group.Length == 0);

    private string Part(string measure, ResultRow? row, ResultRow? baseline)
    {
        if (row is not { } found || !double.IsFinite(found.Value))
        {
            return "";
        }

        var isShare = found.Unit == "%";
        var decimals = Math.Max(0, Rounding.LevelDecimals(baseline?.Value ?? found.Value));
        var amount = baseline is { } level ? NumberText.Signed(found.Value - level.Value, decimals) + (isShare ? " points" : "")
            : NumberText.Plain(found.Value, decimals) + (isShare ? " %" : "");
        return $"{names.Measure(measure)} {amount}";
    }
}
