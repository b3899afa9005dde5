using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Scenarios.Claims;

/// <summary>Holds a claim against values, in up to three kinds: see <see cref="ClaimWords"/>.</summary>
internal static class ClaimJudge
{
    private const double Half = 0.5;

    /// <summary>The rows of a claim of one scenario.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="scenario">The scenario it is judged of.</param>
    /// <param name="replications">Values by replication, everything as described; null: the period was not run.</param>
    /// <param name="draws">Values by draw; empty without draws.</param>
    /// <param name="places">By draw, where each input was; as many as <paramref name="draws"/>.</param>
    public static IEnumerable<ClaimVerdict> Judge(Claim claim, string scenario, double[]? replications, double[] draws, IReadOnlyList<double[]> places)
    {
        if (replications is null || claim.Form == ClaimForm.Said)
        {
            yield return Row(claim, scenario, "", double.NaN) with
            {
                Verdict = claim.Form == ClaimForm.Said ? claim.Verdict : $"not run: {claim.Period}{(claim.Comparator.Length > 0 ? $" against {claim.Comparator}" : "")}",
            };
            yield break;
        }

        double[] known = [.. replications.Where(double.IsFinite)];
        if (known.Length == 0)
        {
            yield return Row(claim, scenario, "", double.NaN) with { Verdict = claim.Form == ClaimForm.Return ? "no investment in that year" : "nothing to hold it against" };
            yield break;
        }

        var chance = SampleInterval.Of(known);
        var all = AllInterval.Of(draws);
        var level = Row(claim, scenario, ClaimWords.GivenTheseInputs, chance.Mean) with
        {
            Lower95 = chance.Lower,
            Upper95 = chance.Upper,
            Lower95All = all.Lower,
            Upper95All = all.Upper,
            NOuter = all.N,
        };
        var share = Proportion.Of(known.Count(claim.IsMetBy), known.Length);
        yield return level with { Probability = share.Share, NInner = known.Length, Verdict = OfShare(share, known.Length, "replication") };
        double[] drawn = [.. draws.Where(double.IsFinite)];
        if (drawn.Length < 2)
        {
            yield break;
        }

        var happens = Proportion.Of(drawn.Count(claim.IsMetBy), drawn.Length);
        yield return level with
        {
            Kind = ClaimWords.Happens,
            Estimate = drawn.Average(),
            Probability = happens.Share,
            NInner = 1,
            Verdict = OfShare(happens, drawn.Length, "draw"),
        };
        yield return OnAverage(claim, level, draws, places);
    }

    private static ClaimVerdict OnAverage(Claim claim, ClaimVerdict level, double[] draws, IReadOnlyList<double[]> places)
    {
        var kept = Enumerable.Range(0, draws.Length).Where(at => double.IsFinite(draws[at])).ToList();
        double[] values = [.. kept.Select(at => draws[at])];
        var fit = MeanGivenInputs.Of(kept.ConvertAll(at => places[at]), values);
        var row = level with { Kind = ClaimWords.TrueOnAverage, Estimate = values.Average(), NInner = 1 };
        if (fit is null || fit.Explained < MeanGivenInputs.LeastExplained)
        {
            return row with
            {
                Verdict = FormattableString.Invariant($"{SavingVerdict.CannotBeTold}: {kept.Count} draws do not tell what of it is chance and what the inputs"),
            };
        }

        var share = Proportion.Of(fit.Means.Count(claim.IsMetBy), kept.Count);
        return row with { Probability = share.Share, Verdict = OfShare(share, kept.Count, "draw") };
    }

    /// <summary>Met where it is more likely than not, for all that chance leaves open.</summary>
    private static string OfShare(Proportion share, int runs, string what) => share.Lower > Half ? ClaimWords.Met
        : share.Upper < Half ? ClaimWords.NotMet
        : FormattableString.Invariant($"{SavingVerdict.CannotBeTold} from {runs} {what}{(runs == 1 ? "" : "s")}");

    private static ClaimVerdict Row(Claim claim, string scenario, string kind, double estimate) => new()
    {
        Scenario = scenario,
        Claim = claim.Name,
        Kind = kind,
        Comparator = claim.Comparator,
        Period = claim.Period,
        Target = claim.Target,
        Estimate = estimate,
        Verdict = "",
    };
}
