using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>Patients who moved from one stage (or stream) to another (or an exit) in one scenario, per day, mean across replications.</summary>
public sealed record FlowSummary(string Scenario, string Period, string From, string To, string Place, double PerDay)
{
    internal static IReadOnlyList<FlowSummary> Of(ScenarioResult scenario)
    {
        var order = new MergedOrder<(string, string, string, string), Sum>();
        var replications = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var replication = 0; replication < scenario.Reported.Count; replication++)
        {
            order.StartOver();
            var flows = scenario.FlowsOf(replication).ToList();
            foreach (var period in flows.Select(flow => flow.Period).Distinct())
            {
                replications[period] = replications.GetValueOrDefault(period) + 1;
            }

            foreach (var flow in flows)
            {
                order.Visit((flow.Period, flow.From, flow.To, flow.Place), () => new Sum(flow)).Value += flow.PerDay;
            }
        }

        // A flow that a replication does not report in a period that it has did not occur there: it counts as 0, not as unknown.
        return order.ToList().ConvertAll(sum =>
            new FlowSummary(scenario.Id, sum.Flow.Period, sum.Flow.From, sum.Flow.To, sum.Flow.Place, sum.Value / replications[sum.Flow.Period]));
    }

    private sealed class Sum(FlowRow flow)
    {
        public FlowRow Flow { get; } = flow;

        public double Value { get; set; }
    }
}
