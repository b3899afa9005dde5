using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Scenarios.Optimising;

/// <summary>
/// The curve of the first target against cost, as the search went up it. Where the net gain of all partners is highest on it, a further step costs more than
/// it saves.
/// </summary>
internal sealed class CostCurve
{
    private readonly Question question;
    private readonly List<DesignRun> points;
    private readonly int n;

    /// <param name="question">What is asked.</param>
    /// <param name="runner">What ran the points.</param>
    /// <param name="curve">From the design without any lever on.</param>
    /// <param name="n">Replications of each.</param>
    public CostCurve(Question question, DesignRunner runner, IReadOnlyList<Design> curve, int n)
    {
        this.question = question;
        this.n = n;
        points = [.. curve.Select(design => runner.Runs.FirstOrDefault(run => run.Design.Equals(design) && run.Count >= n)).OfType<DesignRun>()];
    }

    /// <summary>The rows of <c>designs.csv</c>: of each point one for each target.</summary>
    public IReadOnlyList<DesignRow> Rows
    {
        get
        {
            var (byOpportunity, byCash) = (Words(Basis.Opportunity), Words(Basis.Cash));
            return [.. points.SelectMany((run, at) => question.Targets.Select((target, index) =>
                DesignRows.Of(IdOf(at), DesignRow.Curve, at + 1, run.Design.Cost(question.Levers), target, [.. run.Values[index].Take(n)],
                    basis => Gains(run, basis)) with
                {
                    ByOpportunity = byOpportunity[at],
                    ByCash = byCash[at],
                }))];
        }
    }

    public static string IdOf(int at) => FormattableString.Invariant($"curve-{at + 1}");

    private double[]? Gains(DesignRun run, string basis) => run.Gains.TryGetValue(basis, out var gains) ? [.. gains.Take(n)] : null;

    /// <summary>Point by point, whether its net gain is the highest, or lower beyond chance, paired by replication.</summary>
    private string[] Words(string basis)
    {
        var gains = points.ConvertAll(run => Gains(run, basis) is { } all && Array.TrueForAll(all, double.IsFinite) ? all : null);
        if (points.Count == 0 || gains.TrueForAll(one => one is null))
        {
            return [.. points.Select(_ => "")];
        }

        var highest = gains.MaxBy(one => one is null ? double.NegativeInfinity : Sample.Mean(one))!;
        return [.. gains.Select(one => one is null ? "" : ReferenceEquals(one, highest) ? DesignRow.Highest
            : SampleInterval.Of([.. one.Zip(highest, (mine, best) => mine - best)]).Upper < 0 ? DesignRow.Lower
            : DesignRow.CannotBeTold)];
    }
}
