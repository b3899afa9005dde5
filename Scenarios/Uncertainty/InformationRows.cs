using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>What it is worth to know what is not known before choosing among the scenarios and none of them, on each basis of the ledger.</summary>
internal sealed class InformationRows(UncertaintyPlan plan, DrawnRuns runs, Ledger ledger, IReadOnlyList<DrawnInput> drawn)
{
    /// <summary>Those that say what is gained; payments only move.</summary>
    public static IReadOnlyList<string> Bases { get; } = [Basis.Opportunity, Basis.Cash];

    private readonly int[] whole = [.. Enumerable.Range(0, plan.Draws).Where(draw => runs.Whole[draw])];
    private readonly double years = ledger.YearsOf(Periods.All);

    public IEnumerable<InformationRow> Rows()
    {
        string[] scenarios = [.. plan.Experiment.Scenarios.Select(scenario => scenario.Id).Where(id => id != ExperimentPlan.BaselineId)];
        foreach (var basis in Bases)
        {
            var gains = scenarios.Select(scenario => (Scenario: scenario, Gain: GainOf(scenario, basis))).Where(one => one.Gain is not null)
                .Select(one => (one.Scenario, Gain: one.Gain!)).ToList();
            if (gains.Count == 0 || gains.TrueForAll(one => Array.TrueForAll(one.Gain, pounds => pounds == 0)))
            {
                continue;
            }

            var choices = gains.Count == 1 ? [gains] : gains.Select(one => new List<(string Scenario, double[] Gain)> { one }).Prepend(gains).ToList();
            foreach (var row in choices.SelectMany(choice => Of(choice, basis)))
            {
                yield return row;
            }
        }
    }

    private IEnumerable<InformationRow> Of(List<(string Scenario, double[] Gain)> choice, string basis)
    {
        string[] scenarios = [.. choice.Select(one => one.Scenario)];
        var inputs = DrawnColumn.Of(
            [.. drawn.Where(input => input.Scenario != DrawnInput.Prices), .. scenarios.SelectMany(scenario => ledger.DrawnPricesOf(scenario, basis))
                .Where(price => price.Draw <= plan.Draws).DistinctBy(price => (price.Draw, price.Input))],
            plan.Draws, scenarios);
        double[][] gains = [.. choice.Select(one => one.Gain)];
        var now = choice.Select(one => (one.Scenario, Mean: one.Gain.Average())).Append((Scenario: ExperimentPlan.BaselineId, Mean: 0)).MaxBy(one => one.Mean);
        var frame = new InformationRow
        {
            Scenario = scenarios.Length > 1 ? InformationRow.Any : scenarios[0],
            Basis = basis,
            Kind = InformationRow.Everything,
            Input = "",
            Reason = "",
            Pounds = double.NaN,
            Se = double.NaN,
            Explained = double.NaN,
            Choice = now.Scenario,
            Gain = now.Mean,
            Years = years,
            N = whole.Length,
            Why = "",
        };
        var all = OfSome(frame, inputs, gains);
        yield return all;
        if (all.Why.Length > 0)
        {
            yield break;
        }

        var groups = inputs.GroupBy(input => GroupOf(input.Kind)).Where(group => group.Count() > 1).ToList();
        foreach (var group in inputs.Select(input => GroupOf(input.Kind)).Distinct().Count() > 1 ? groups : [])
        {
            yield return OfSome(frame with { Kind = InformationRow.Part, Input = group.Key }, [.. group], gains);
        }

        foreach (var part in inputs.Select(input => OfOne(frame, input, gains)).OrderByDescending(row => double.IsNaN(row.Pounds) ? -1 : row.Pounds))
        {
            yield return part;
        }
    }

    private InformationRow OfSome(InformationRow frame, IReadOnlyList<DrawnColumn> inputs, double[][] gains)
    {
        var worth = ValueOfKnowing.OfAll([.. inputs.Select(Places)], gains, plan.Experiment.Seed, out var explained, out var why);
        return frame with
        {
            Pounds = worth?.Value ?? double.NaN,
            Se = worth?.Error ?? double.NaN,
            Explained = explained.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max(),
            Why = why,
        };
    }

    private InformationRow OfOne(InformationRow frame, DrawnColumn input, double[][] gains)
    {
        var worth = ValueOfKnowing.OfOne(Places(input), gains, plan.Experiment.Seed, out var explained);
        return frame with
        {
            Kind = InformationRow.Part,
            Input = input.Input,
            Reason = input.Reason,
            Pounds = worth?.Value ?? double.NaN,
            Se = worth?.Error ?? double.NaN,
            Explained = explained,
            Why = worth is null ? "what it does to the gain cannot be told from chance" : "",
        };
    }

    private static string GroupOf(string kind) => kind switch
    {
        ExperimentPlan.BaselineId => "all inputs of the baseline",
        DrawnInput.Prices => "all prices",
        _ => "all inputs of the scenarios",
    };

    private double[] Places(DrawnColumn input) => [.. whole.Select(draw => input.Places[draw])];

    /// <summary>The mean of each whole draw [£ a year]; null where nothing is known of the scenario.</summary>
    private double[]? GainOf(string scenario, string basis)
    {
        if (ledger.SavedByDraw(scenario, basis, Periods.All, net: true) is not { } saved)
        {
            return null;
        }

        var byDraw = runs.ByDraw(saved);
        return [.. whole.Select(draw => byDraw[draw].Average() / years)];
    }
}
