using FlowSim.Scenarios.Claims;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>The two probabilities of each target and each claim: that it happens, and that it is true on average.</summary>
internal sealed class ProbabilityJudge(UncertaintyPlan plan, DrawnRuns runs, Ledger? ledger, IReadOnlyList<MeasureFacts> measures, string shown)
{
    private const string Higher = "higher";
    private const double Half = 0.5;

    public IEnumerable<ProbabilityRow> Rows()
    {
        var scenarios = plan.Experiment.Scenarios.Select(scenario => scenario.Id).ToList();
        var baseline = scenarios.Contains(ExperimentPlan.BaselineId) ? ExperimentPlan.BaselineId : scenarios[0];
        var periods = ClaimPeriods.Of(plan.Experiment.Run);
        foreach (var scenario in scenarios)
        {
            var values = new ClaimValues(runs.TableOf(scenario), runs.TableOf(baseline), periods,
                (basis, period, net) => ledger?.SavedByDraw(scenario, basis, period, net) ?? [.. Enumerable.Repeat(double.NaN, runs.Count)]);
            var claims = scenario == ExperimentPlan.BaselineId || !scenarios.Contains(ExperimentPlan.BaselineId) ? []
                : plan.Claims.All.Where(claim => claim.Form != ClaimForm.Said && (claim.Scenario.Length == 0 || claim.Scenario == scenario));

            // A target is told of whatever is measured, as it is in tables; a claim of a year is about the whole of it.
            var asked = Targets().Select(target => (Claim: target, IsTarget: true, Values: LevelOf(target, scenario)))
                .Concat(claims.Select(claim => (Claim: claim, IsTarget: false, Values: values.Of(claim))));
            foreach (var row in asked.Where(one => one.Values is not null)
                .SelectMany(one => Judge(one.Claim, scenario, one.IsTarget, runs.ByDraw(one.Values!))))
            {
                yield return row;
            }
        }
    }

    private double[]? LevelOf(Claim target, string scenario) =>
        runs.TableOf(scenario).TryFind(new ResultKey(shown, target.Subject, target.Place, ""), out var row) ? row.Values : null;

    /// <summary>What is said of values by draw.</summary>
    public static IEnumerable<ProbabilityRow> Judge(Claim claim, string scenario, bool isTarget, double[][] draws)
    {
        // One run of each draw: of several, those of a draw would be counted as if they were independent.
        double[] first = [.. draws.Select(draw => draw[0]).Where(double.IsFinite)];
        if (first.Length == 0)
        {
            yield break;
        }

        yield return Row(claim, scenario, isTarget, first, first.Length) with { Kind = ProbabilityRow.Happens, NInner = 1, Estimate = first.Average() };
        if (TrueOnAverage.Of(draws, OuterDraws.NestedBlock) is not { } average)
        {
            yield break;
        }

        // Where inputs and chance are not told apart the means as they are must say it too: they lie nearer to one half.
        var corrected = Row(claim, scenario, isTarget, average.Means, average.Means.Length);
        var plain = Row(claim, scenario, isTarget, average.Uncorrected, average.Means.Length);
        yield return corrected with
        {
            Kind = ProbabilityRow.TrueOnAverage,
            NInner = draws[0].Length,
            Estimate = average.Uncorrected.Average(),
            Uncorrected = plain.Probability,
            Verdict = average.IsTold || plain.Verdict == corrected.Verdict ? corrected.Verdict : CannotBeTold(average.Means.Length),
        };
    }

    private static ProbabilityRow Row(Claim claim, string scenario, bool isTarget, double[] values, int draws)
    {
        var share = Proportion.Of(values.Count(claim.IsMetBy), draws);
        return new ProbabilityRow
        {
            Scenario = scenario,
            Claim = claim.Name,
            Kind = "",
            Comparator = claim.Comparator,
            Period = claim.Period,
            Target = claim.Target,
            IsTarget = isTarget,
            Estimate = double.NaN,
            Probability = share.Share,
            Se = Math.Sqrt(share.Share * (1 - share.Share) / draws),
            Lower95 = share.Lower,
            Upper95 = share.Upper,
            NOuter = draws,
            NInner = 0,
            Verdict = share.Lower > Half ? ClaimWords.Met : share.Upper < Half ? ClaimWords.NotMet : CannotBeTold(draws),
        };
    }

    private static string CannotBeTold(int draws) => FormattableString.Invariant($"{SavingVerdict.CannotBeTold} from {draws} draws");

    /// <summary>The targets of the headline as claims about its level in the period that is shown.</summary>
    private IEnumerable<Claim> Targets() =>
        from id in plan.Measures
        let measure = measures.FirstOrDefault(measure => measure.Id == id)
        where measure is not null && measure.Better.Length > 0
        from standard in measure.Standards.Where(standard => standard.Group.Length == 0)
        select new Claim
        {
            Name = $"{(measure.Short.Length > 0 ? measure.Short : measure.Title.Length > 0 ? measure.Title : measure.Id)}: {standard.Name}",
            Scenario = "",
            Form = ClaimForm.Level,
            Subject = id,
            Place = ResultRow.WholeSystem,
            Period = shown,
            Comparator = "",
            Relation = measure.Better == Higher ? ClaimWords.Above : ClaimWords.Below,
            Target = standard.Value,
            Verdict = "",
            Where = new SourceLocation("", 0, 0),
        };
}
