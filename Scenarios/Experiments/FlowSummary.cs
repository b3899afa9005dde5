using FlowSim.Simulator.Kernel;

namespace FlowSim.Scenarios.Experiments;

/// <summary>Patients who moved from one stage (or stream) to another (or an exit) in one scenario, per day, mean across replications.</summary>
public sealed record FlowSummary(string Scenario, string Period, string From, string To, string Place, double PerDay)
{
    internal static IReadOnlyList<FlowSummary> Of(ScenarioResult scenario)
    {
        var order = new MergedOrder<(string, string, string, string), Sum>();
        for (var replication = 0; replication < scenario.Reported.Count; replication++)
        {
            order.StartOver();
            foreach (var flow in scenario.FlowsOf(replication))
            {
                order.Visit((flow.Period, flow.From, flow.To, flow.Place), () => new Sum(flow)).Value += flow.PerDay;
            }
        }

        // A flow that a replication does not report did not occur there: it counts as 0, not as unknown.
        return order.ToList().ConvertAll(sum => new FlowSummary(scenario.Id, sum.Flow.Period, sum.Flow.From, sum.Flow.To, sum.Flow.Place, sum.Value / scenario.Reported.Count));
    }

    private sealed class Sum(FlowRow flow)
    {
        public FlowRow Flow { get; } = flow;

        public double Value { get; set; }
    }
}
