using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Savings;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Claims;

/// <summary>The periods of a run that claims can be about.</summary>
/// <param name="Days">Length of each, whole years and <c>all</c> [d].</param>
/// <param name="Cut">Years of which only a part was run.</param>
internal sealed record ClaimPeriods(IReadOnlyDictionary<string, double> Days, IReadOnlySet<string> Cut)
{
    public static ClaimPeriods Of(RunPlan run)
    {
        var periods = LedgerPeriod.Of(run);
        var days = periods.Where(period => period.IsWhole).ToDictionary(period => period.Name, period => period.Days);
        days[Periods.All] = periods.Sum(period => period.Days);
        return new ClaimPeriods(days, periods.Where(period => !period.IsWhole).Select(period => period.Name).ToHashSet(StringComparer.Ordinal));
    }
}
