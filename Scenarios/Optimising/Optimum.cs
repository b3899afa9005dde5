using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Optimising;

/// <summary>What a search has found: the curve of the first target against cost, and designs that are to be run again with other random numbers.</summary>
public sealed class Optimum
{
    private readonly Question question;
    private readonly DesignRunner runner;
    private readonly IReadOnlyList<Design> curve;
    private readonly Design? best;
    private readonly IReadOnlyList<(string Id, Design Design)> finalists;

    /// <param name="question">What was asked.</param>
    /// <param name="runner">What ran the designs.</param>
    /// <param name="curve">The points of the curve.</param>
    /// <param name="finalists">The designs that are to be run again.</param>
    /// <param name="best">The one of them that the search takes for the best; null: it has come to none.</param>
    internal Optimum(Question question, DesignRunner runner, IReadOnlyList<Design> curve, IReadOnlyList<Design> finalists, Design? best)
    {
        this.question = question;
        this.runner = runner;
        this.curve = curve;
        this.best = best;
        var names = question.Files.Scenarios.Keys.ToHashSet(StringComparer.Ordinal);
        var name = question.Name;
        while (Enumerable.Range(1, finalists.Count).Any(rank => names.Contains(IdOf(name, rank))))
        {
            name += "-design";
        }

        this.finalists = [.. finalists.Select((design, at) => (IdOf(name, at + 1), design))];
    }

    /// <summary>False where every lever at its end misses a target for certain.</summary>
    public required bool IsReachable { get; init; }

    public required bool IsCancelled { get; init; }

    /// <summary>Replications of a point of the curve.</summary>
    public required int CurveSample { get; init; }

    /// <summary>Designs that were tried.</summary>
    public required int Tried { get; init; }

    /// <summary>Replications that were run.</summary>
    public required int Replications { get; init; }

    /// <summary>Id of the design that the search takes for the best; empty where there is none.</summary>
    public string Best => finalists.FirstOrDefault(one => one.Design.Equals(best)).Id ?? "";

    /// <summary>Ids of the scenarios that the designs make, the cheapest first.</summary>
    public IReadOnlyList<string> Finalists => [.. finalists.Select(one => one.Id)];

    /// <summary>The system with these designs as scenarios.</summary>
    public SystemFiles Files => DesignScenario.AddedTo(question.Files,
        finalists.Select(one => (one.Id, DesignScenario.Of(question, one.Design, one.Id, TitleOf(one.Design)))));

    /// <summary>The designs as files that may stand among the scenarios of the system, with their names.</summary>
    public IReadOnlyList<(string Name, string Text)> DesignFiles =>
        [.. finalists.Select(one => ($"{one.Id}.yaml", ScenarioFile.Text(Files.Scenarios[one.Id])))];

    /// <summary>The rows of <c>designs.csv</c>.</summary>
    /// <param name="result">The runs with other random numbers; null: there were none.</param>
    /// <param name="ledger">Their ledger; null: the system has none.</param>
    public IReadOnlyList<DesignRow> Rows(ExperimentResult? result, Ledger? ledger) =>
        [.. result is null ? [] : RunAgain(result, ledger), .. new CostCurve(question, runner, curve, CurveSample).Rows, .. FurthestRows];

    /// <summary>The rows of <c>levers.csv</c>.</summary>
    public IReadOnlyList<LeverRow> Levers =>
    [
        .. finalists.Concat(curve.Select((design, at) => (Id: CostCurve.IdOf(at), Design: design)))
            .Append((DesignRow.Furthest, Design.Furthest(question.Levers))).SelectMany(one => Of(one.Item1, one.Item2)),
    ];

    /// <summary>What the levers can do at most, by the runs of the search.</summary>
    private IEnumerable<DesignRow> FurthestRows =>
        from run in runner.Runs
        where run.Design.Equals(Design.Furthest(question.Levers)) && run.Count >= CurveSample
        from at in Enumerable.Range(0, question.Targets.Count)
        select DesignRows.Of(DesignRow.Furthest, DesignRow.Furthest, 1, run.Design.Cost(question.Levers), question.Targets[at],
            [.. run.Values[at].Take(CurveSample)], basis => run.Gains.TryGetValue(basis, out var gains) ? [.. gains.Take(CurveSample)] : null);

    private static string IdOf(string name, int rank) => FormattableString.Invariant($"{name}-{rank}");

    private string TitleOf(Design design) => FormattableString.Invariant($"{question.Title}: for £{design.Cost(question.Levers) / 1e6:0.00}m a year");

    private IEnumerable<LeverRow> Of(string id, Design design) => question.Levers.Select((lever, at) => new LeverRow
    {
        Design = id,
        Lever = lever.Name,
        Title = lever.Title,
        Verb = lever.Input.Range.Verb,
        Value = lever.OperandAt(design[at]),
        Change = lever.ChangeAt(design[at]),
        Cost = (double)lever.CostAt(design[at]),
        Partner = lever.Partner,
    });

    /// <summary>
    /// The best first: what meets every target, then what may, of like ones the cheapest; then the rest, that which comes nearest before the others.
    /// </summary>
    private IEnumerable<DesignRow> RunAgain(ExperimentResult result, Ledger? ledger)
    {
        var judged = finalists.Select(one => (one.Id, one.Design, Rows: Judged(one.Id, one.Design, DesignRow.Best, result, ledger))).ToList();
        var order = 0;
        foreach (var one in judged.OrderBy(one => Rank(one.Rows)).ThenBy(one => Rank(one.Rows) < Missed ? 0 : Missing(one.Rows))
            .ThenBy(one => one.Design.Cost(question.Levers)))
        {
            order++;
            foreach (var row in one.Rows)
            {
                yield return row with { Order = order };
            }
        }

        foreach (var row in Judged(ExperimentPlan.BaselineId, Design.Nearest(question.Levers.Count), DesignRow.AsItIs, result, null))
        {
            yield return row;
        }
    }

    private const int Missed = 2;

    private static int Rank(List<DesignRow> rows) => rows.Max(row => row.Verdict == DesignRow.Met ? 0 : row.Verdict == DesignRow.Unsure ? 1 : Missed);

    /// <summary>How far the means are behind the bounds, each as a share of its bound; what has no value is furthest behind.</summary>
    private double Missing(List<DesignRow> rows) => rows.Zip(question.Targets, (row, target) =>
        double.IsNaN(row.Mean) ? double.PositiveInfinity : Math.Max(0, target.Behind(row.Mean)) / Math.Max(Math.Abs(target.Bound), 1e-9)).Sum();

    private List<DesignRow> Judged(string scenario, Design design, string kind, ExperimentResult result, Ledger? ledger)
    {
        var run = result.Scenarios.First(one => one.Id == scenario);
        return [.. question.Targets.Select(target =>
        {
            double[] values = [.. run.Reported.OfType<ReplicationResult>().Select(one => DesignRunner.ValueOf(one, target.Key))];
            return DesignRows.Of(scenario, kind, 1, design.Cost(question.Levers), target, values, basis =>
                ledger?.SavedByReplication(scenario, basis, question.Period, net: true)?.Select(pounds => pounds / question.Years).ToArray());
        })];
    }
}
