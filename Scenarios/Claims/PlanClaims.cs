using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Claims;

/// <summary>What a plan claims, held against an experiment: the file <c>claims.csv</c> of its results.</summary>
public sealed class PlanClaims
{
    private readonly IReadOnlyList<Claim> claims;

    private PlanClaims(IReadOnlyList<Claim> claims) => this.claims = claims;

    /// <summary>Each as the file has it.</summary>
    internal IReadOnlyList<Claim> All => claims;

    /// <summary>The claims beside a system; none where it has no file, or, with problems said, where it is not right.</summary>
    /// <param name="files">The system.</param>
    /// <param name="model">The baseline, compiled from it.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static PlanClaims Of(SystemFiles files, SystemModel model, ProblemList problems) => new(ClaimReader.Of(files, model, problems));

    /// <summary>A row for each claim, scenario and kind; none without a baseline to compare with.</summary>
    /// <param name="plan">What was run.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="ledger">What it saves; null where nothing is priced.</param>
    public IReadOnlyList<ClaimVerdict> Against(ExperimentPlan plan, ExperimentResult result, Ledger? ledger)
    {
        if (claims.Count == 0 || result.Baseline is null)
        {
            return [];
        }

        var periods = ClaimPeriods.Of(plan.Run);
        var described = ValueTable.Of(result.Baseline, IsClaimed);
        var drawnBaseline = Drawn(result, ExperimentPlan.BaselineId);
        var numbers = result.Outer?.Numbers(result) ?? [];
        var verdicts = new List<ClaimVerdict>();
        foreach (var scenario in result.Scenarios.Where(scenario => scenario.Id != ExperimentPlan.BaselineId && scenario.Finished > 0))
        {
            var chance = new ClaimValues(ValueTable.Of(scenario, IsClaimed), described, periods,
                (basis, period, net) => ledger?.SavedByReplication(scenario.Id, basis, period, net) ?? Nothing(result.Replications.Count));
            var drawn = drawnBaseline is null ? null : new ClaimValues(Drawn(result, scenario.Id)!, drawnBaseline, periods,
                (basis, period, net) => ledger?.SavedByDraw(scenario.Id, basis, period, net) ?? Nothing(numbers.Count));
            var places = Places(result, scenario.Id, numbers);
            foreach (var claim in claims.Where(claim => claim.Scenario.Length == 0 || claim.Scenario == scenario.Id))
            {
                verdicts.AddRange(ClaimJudge.Judge(claim, scenario.Id, chance.Of(claim), drawn?.Of(claim) ?? [],
                    WithPrices(places, claim, ledger, scenario.Id, numbers)));
            }
        }

        return verdicts;
    }

    private bool IsClaimed(string measure) => claims.Any(claim => claim.Subject == measure);

    private ValueTable? Drawn(ExperimentResult result, string scenario) => result.Outer is not { } outer ? null
        : ValueTable.Of(outer.Of(result, Enumerable.Range(0, result.Scenarios.Count).First(at => result.Scenarios[at].Id == scenario)), IsClaimed);

    /// <summary>By draw, where each input is that acts on the scenario or on all of them, from 0 at its lowest to 1 at its highest value.</summary>
    private static List<double[]> Places(ExperimentResult result, string scenario, IReadOnlyList<int> numbers)
    {
        var inputs = (result.Outer?.Inputs(result) ?? [])
            .Where(input => input.Scenario == scenario || (input.Scenario == ExperimentPlan.BaselineId && input.Input != CalibratedSet.MemberInput))
            .GroupBy(input => (input.Scenario, input.Input)).Select(input => input.DistinctBy(one => one.Draw).ToDictionary(one => one.Draw, ValueOf)).ToList();
        return [.. numbers.Select(draw => inputs.Select(input => Place(input, draw)).ToArray())];
    }

    /// <summary>Of money the prices are inputs too: they are not known either.</summary>
    private static List<double[]> WithPrices(List<double[]> places, Claim claim, Ledger? ledger, string scenario, IReadOnlyList<int> numbers)
    {
        if (ledger is null || claim.Form is not (ClaimForm.Saving or ClaimForm.Return))
        {
            return places;
        }

        var prices = ledger.PricesByDraw(scenario, claim.Subject.Split(' ')[0], numbers).Select(price => (price, Low: price.Min(), High: price.Max()))
            .Where(price => price.High > price.Low).ToList();
        return [.. places.Select((inputs, at) => (double[])[.. inputs, .. prices.Select(price => (price.price[at] - price.Low) / (price.High - price.Low))])];
    }

    private static double ValueOf(DrawnInput input) =>
        NumberText.TryParse(input.Value.TrimStart('£').Split(' ')[0], out var value, out _) ? value : double.IsNaN(input.U) ? 0 : input.U;

    private static double Place(Dictionary<int, double> input, int draw)
    {
        const double Middle = 0.5;
        var (low, high) = (input.Values.Min(), input.Values.Max());
        return high > low && input.TryGetValue(draw, out var value) ? (value - low) / (high - low) : Middle;
    }

    private static double[] Nothing(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}
