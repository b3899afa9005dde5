using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>What the runs of all draws gave, scenario by scenario, put back in order by draw and run.</summary>
internal sealed class DrawnRuns
{
    private readonly UncertaintyPlan plan;
    private readonly IReadOnlyList<OuterDraw> kept;
    private readonly Dictionary<string, ValueTable> tables = [];
    private readonly Predicate<string> measures;

    /// <param name="plan">What was to be run.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="measures">Of which measures values are read.</param>
    public DrawnRuns(UncertaintyPlan plan, ExperimentResult result, Predicate<string> measures)
    {
        (this.plan, this.measures) = (plan, measures);
        var outer = result.Outer!;
        kept = [.. outer.Draws.Where(draw => draw.LeftOut.Length == 0).Select(draw => draw.Draw)];
        var finished = kept.CountBy(run => run.Draw).ToDictionary();
        Whole = [.. Enumerable.Range(1, plan.Draws).Select(draw => finished.GetValueOrDefault(draw) == plan.Inner)];

        // Every run as if it were a replication: prices and claims are worked out run by run.
        AsReplications = new ExperimentResult
        {
            Scenarios = [.. Enumerable.Range(0, result.Scenarios.Count).Select(index => outer.Of(result, index))],
            Replications = [.. kept.Select(run => run.Number)],
            Planned = outer.Plan.Draws.Count,
            Complete = result.Complete,
            Events = result.Events,
            Outer = outer,
        };
    }

    public ExperimentResult AsReplications { get; }

    /// <summary>Runs that came to their end.</summary>
    public int Count => kept.Count;

    /// <summary>By draw, whether all its runs came to their end.</summary>
    public IReadOnlyList<bool> Whole { get; }

    /// <summary>The values of a scenario, a column of runs for each key.</summary>
    public ValueTable TableOf(string scenario) => tables.TryGetValue(scenario, out var known) ? known
        : tables[scenario] = ValueTable.Of(AsReplications.Scenarios.First(one => one.Id == scenario), measures);

    /// <summary>Draw and run of each value of a table.</summary>
    public IReadOnlyList<OuterDraw> Order => kept;

    /// <summary>By draw, the values of its runs; NaN where one did not come to its end.</summary>
    /// <param name="values">As in a table.</param>
    public double[][] ByDraw(double[] values)
    {
        double[][] draws = [.. Enumerable.Range(0, plan.Draws).Select(_ => Enumerable.Repeat(double.NaN, plan.Inner).ToArray())];
        for (var at = 0; at < values.Length; at++)
        {
            draws[kept[at].Draw - 1][kept[at].Replication - 1] = values[at];
        }

        return draws;
    }
}
