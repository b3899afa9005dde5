using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Flows;

/// <summary>Who goes where: steps and the flows between them, each pair once.</summary>
internal sealed class FlowGraph
{
    private readonly double[] entering;
    private readonly double[] leaving;
    private readonly Flow?[] largestIn;
    private readonly Flow?[] largestOut;

    public FlowGraph(IReadOnlyList<Step> steps, IReadOnlyList<Flow> flows)
    {
        Steps = steps;
        Flows = flows;
        Between = [.. flows.Where(flow => flow.From != flow.To)];
        entering = new double[steps.Count];
        leaving = new double[steps.Count];
        largestIn = new Flow?[steps.Count];
        largestOut = new Flow?[steps.Count];
        foreach (var flow in Between)
        {
            leaving[flow.From] += flow.PerDay;
            entering[flow.To] += flow.PerDay;
            largestIn[flow.To] = Larger(largestIn[flow.To], flow);
            largestOut[flow.From] = Larger(largestOut[flow.From], flow);
        }
    }

    public IReadOnlyList<Step> Steps { get; }

    public IReadOnlyList<Flow> Flows { get; }

    /// <summary>Flows from one step to another one.</summary>
    public IReadOnlyList<Flow> Between { get; }

    /// <summary>Flows from a step to itself.</summary>
    public IEnumerable<Flow> Again => Flows.Where(flow => flow.From == flow.To);

    /// <summary>All who arrive [patients a day]; where no stream is known, the most that any step sees.</summary>
    public double Arrivals => Between.Where(flow => Steps[flow.From].Kind == StepKind.Stream).Sum(flow => flow.PerDay) is var sum and > 0 ? sum : Most;

    /// <summary>The most that any step sees [patients a day].</summary>
    public double Most => Enumerable.Range(0, Steps.Count).Select(Through).DefaultIfEmpty().Max();

    /// <summary>Who comes to a step from another [patients a day].</summary>
    public double Entering(int step) => entering[step];

    /// <summary>Who goes on from a step to another [patients a day].</summary>
    public double Leaving(int step) => leaving[step];

    /// <summary>Who passes a step [patients a day]: the greater of who comes and who goes.</summary>
    public double Through(int step) => Math.Max(entering[step], leaving[step]);

    /// <summary>The largest flow to a step from another, and from it to another.</summary>
    public (Flow? In, Flow? Out) Largest(int step) => (largestIn[step], largestOut[step]);

    /// <summary>The same with some flows only, and the steps that these touch.</summary>
    public FlowGraph With(IEnumerable<Flow> flows)
    {
        var kept = flows.ToList();
        var used = kept.SelectMany(flow => new[] { flow.From, flow.To }).Distinct().Order().ToList();
        var index = used.Select((step, i) => (step, i)).ToDictionary(pair => pair.step, pair => pair.i);
        return new FlowGraph([.. used.Select(step => Steps[step])], Sum(kept.Select(flow => flow with { From = index[flow.From], To = index[flow.To] })));
    }

    /// <summary>One flow for each pair, in the order of first mention.</summary>
    public static IReadOnlyList<Flow> Sum(IEnumerable<Flow> flows) =>
        [.. flows.GroupBy(flow => (flow.From, flow.To)).Select(group => new Flow(group.Key.From, group.Key.To, group.Sum(flow => flow.PerDay)))];

    private static Flow Larger(Flow? known, Flow other) => known is { } one && one.PerDay >= other.PerDay ? one : other;
}

/// <summary>What a patient can be at: a way in, a step of care, a way out.</summary>
internal enum StepKind
{
    Stream,
    Stage,
    Exit,
}

/// <summary>A stream, stage or exit at all its places together, or several stages that are shown as one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name without instance, as in the files.</param>
/// <param name="Joined">Names of further stages shown in it, most patients first.</param>
internal sealed record Step(StepKind Kind, string Name, IReadOnlyList<string> Joined)
{
    /// <summary>The way out that every system has, and how a reader who has no title for it would say that.</summary>
    private const string Leave = "leave";
    private const string LeaveInWords = "leave the system";

    public Step(StepKind kind, string name)
        : this(kind, name, [])
    {
    }

    public IEnumerable<string> Names => Joined.Prepend(Name);

    /// <summary>What the system calls it; null: its name read as words.</summary>
    public SystemNames? Words { get; init; }

    /// <summary>Group of beds that all its names belong to, where it is shown in their place; else empty.</summary>
    public string Group { get; init; } = "";

    /// <summary>Each name as a reader would write it.</summary>
    public IEnumerable<string> Labels => Names.Select(LabelOf);

    /// <summary>The name as a reader would write it.</summary>
    public string Label => Group.Length > 0 ? Words?.Group(Group) ?? IdWords.Words(Group)
        : LabelOf(Name) + (Joined.Count > 0 ? FormattableString.Invariant($" +{Joined.Count}") : "");

    private string LabelOf(string name)
    {
        var label = Words?.Step(name) ?? IdWords.Words(name);
        return Kind == StepKind.Exit && label == Leave ? LeaveInWords : label;
    }
}

/// <summary>Patients who go from one step to the next.</summary>
/// <param name="From">Index of a step.</param>
/// <param name="To">Index of a step; the same for those who go through it again.</param>
/// <param name="PerDay">Mean [patients a day]; above 0.</param>
internal readonly record struct Flow(int From, int To, double PerDay);

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
