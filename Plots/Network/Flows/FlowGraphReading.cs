using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Network.Flows;

/// <summary>
/// Makes a graph of the rows of <c>flows.csv</c>: stages of one name at several places become one step. With a place, its own
/// rows and those without a place; patients who come from other places or go there do so from and to "other places".
/// </summary>
internal sealed class FlowGraphReading
{
    private static readonly Step FromElsewhere = new(StepKind.Stream, "other-places");
    private static readonly Step ToElsewhere = new(StepKind.Exit, "other-places");

    private readonly SystemNames words;
    private readonly HashSet<string> streams;
    private readonly HashSet<string> stages;
    private readonly HashSet<string> exits;
    private readonly HashSet<string> unplaced;
    private readonly Dictionary<(StepKind, string), int> index = [];
    private readonly List<Step> steps = [];

    private FlowGraphReading(SystemFacts facts, IReadOnlyList<FlowSummary> rows)
    {
        words = SystemNames.Of(facts);
        var (from, to) = (rows.Select(row => row.From).ToHashSet(StringComparer.Ordinal), rows.Select(row => row.To).ToHashSet(StringComparer.Ordinal));
        stages = facts.Stages.Select(stage => stage.Id).ToHashSet(StringComparer.Ordinal);
        stages.UnionWith(from.Intersect(to, StringComparer.Ordinal));
        streams = facts.Streams.Select(stream => stream.Id).Concat(facts.Stages.Count > 0 ? [] : from.Except(to)).Except(stages)
            .ToHashSet(StringComparer.Ordinal);
        exits = facts.Exits.Concat(to.Except(from)).Except(stages).ToHashSet(StringComparer.Ordinal);

        // A row has the place of the one of its two ends that has one: no place, then neither end has.
        unplaced = rows.Where(row => row.Place == PlaceName.System).SelectMany(row => new[] { row.From, row.To }).Except(exits)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="facts">Tells stages, streams and exits apart; without it, what nobody comes to is a stream and what nobody leaves an exit.</param>
    /// <param name="rows">Of one scenario and period.</param>
    /// <param name="place">Null for all.</param>
    public static FlowGraph Of(SystemFacts facts, IReadOnlyList<FlowSummary> rows, string? place)
    {
        var moving = rows.Where(row => double.IsFinite(row.PerDay) && row.PerDay > 0).ToList();
        var reading = new FlowGraphReading(facts, moving);
        var flows = moving.Select(row => reading.Flow(row, place)).OfType<Flow>().ToList();
        return new FlowGraph(reading.steps, FlowGraph.Sum(flows));
    }

    private Flow? Flow(FlowSummary row, string? place)
    {
        if (place is null || row.Place == place || row.Place == PlaceName.System)
        {
            return new Flow(Index(From(row)), Index(To(row)), row.PerDay);
        }

        // At another place: seen only as far as one end has no place.
        var (isFromHere, isToHere) = (unplaced.Contains(row.From), unplaced.Contains(row.To));
        return isFromHere == isToHere ? null
            : isFromHere ? new Flow(Index(From(row)), Index(ToElsewhere), row.PerDay)
            : new Flow(Index(FromElsewhere), Index(To(row)), row.PerDay);
    }

    private Step From(FlowSummary row) => new(streams.Contains(row.From) ? StepKind.Stream : StepKind.Stage, row.From) { Words = words };

    private Step To(FlowSummary row) => new(exits.Contains(row.To) ? StepKind.Exit : StepKind.Stage, row.To) { Words = words };

    private int Index(Step step)
    {
        if (!index.TryGetValue((step.Kind, step.Name), out var found))
        {
            found = index[(step.Kind, step.Name)] = steps.Count;
            steps.Add(step);
        }

        return found;
    }
}
