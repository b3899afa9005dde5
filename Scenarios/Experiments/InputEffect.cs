using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// How closely a difference follows an input over the draws of what is not known: Spearman's rank correlation, with its 95 % interval. The inputs it follows
/// closely are those that make its interval wide.
/// </summary>
/// <param name="Input">Path of what is changed, as in <c>draws.csv</c>.</param>
/// <param name="Reason">Why the scenario changes it; empty for an input of the baseline.</param>
/// <param name="Correlation">From −1, it falls whenever the input rises, to 1.</param>
/// <param name="Lower95">Lower end of the interval.</param>
/// <param name="Upper95">Upper end of the interval.</param>
/// <param name="N">Draws [draws].</param>
public sealed record InputEffect(string Input, string Reason, double Correlation, double Lower95, double Upper95, int N)
{
    /// <summary>With fewer draws there is no interval.</summary>
    private const int LeastDraws = 5;

    /// <summary>Half the width of a 95 % interval of a normal variable [standard errors].</summary>
    private const double Normal95 = 1.959964;

    /// <summary>True when the interval excludes 0.</summary>
    public bool ExcludesZero => Lower95 > 0 || Upper95 < 0;

    /// <summary>The inputs that act on a difference, those it follows most closely first; empty where there are too few draws.</summary>
    /// <param name="summary">With its draws.</param>
    /// <param name="scenario">What is compared with the baseline.</param>
    /// <param name="key">What is compared.</param>
    public static IReadOnlyList<InputEffect> Of(ExperimentSummary summary, string scenario, ResultKey key)
    {
        var baseline = Values(summary, ExperimentPlan.BaselineId, key);
        var differences = Values(summary, scenario, key).Where(pair => baseline.ContainsKey(pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Value - baseline[pair.Key]);

        // The first draws have everything as described, which stands nowhere in a range.
        var drawn = summary.DrawnInputs.Where(input => !double.IsNaN(input.U)).Select(input => input.Draw).ToHashSet();
        return
        [
            .. summary.DrawnInputs.Where(input => input.Scenario == scenario || input.Scenario == ExperimentPlan.BaselineId)
                .Where(input => drawn.Contains(input.Draw) && differences.ContainsKey(input.Draw) && !IsMember(input))
                .GroupBy(input => (input.Input, input.Reason))
                .Select(input => Of(input.Key.Input, input.Key.Reason, [.. input.Select(one => (Place(one), differences[one.Draw]))]))
                .OfType<InputEffect>().OrderByDescending(effect => Math.Abs(effect.Correlation)),
        ];
    }

    /// <summary>The rank correlation of pairs; null where either is the same in all, or there are too few.</summary>
    internal static InputEffect? Of(string input, string reason, IReadOnlyList<(double Input, double Difference)> pairs)
    {
        var defined = pairs.Where(pair => !double.IsNaN(pair.Input) && !double.IsNaN(pair.Difference)).ToList();
        var correlation = defined.Count < LeastDraws ? double.NaN
            : Sample.Correlation(Ranks(defined.ConvertAll(pair => pair.Input)), Ranks(defined.ConvertAll(pair => pair.Difference)));
        if (double.IsNaN(correlation))
        {
            return null;
        }

        // Bonett and Wright (2000), Psychometrika 65: Fisher's transformation with a standard error for ranks.
        var half = Normal95 * Math.Sqrt((1 + (correlation * correlation / 2)) / (defined.Count - 3));
        var middle = Math.Atanh(Math.Clamp(correlation, -Largest, Largest));
        return new InputEffect(input, reason, correlation, Math.Tanh(middle - half), Math.Tanh(middle + half), defined.Count);
    }

    /// <summary>Of a correlation of 1 the transformation is infinite.</summary>
    private const double Largest = 1 - 1e-12;

    private static Dictionary<int, double> Values(ExperimentSummary summary, string scenario, ResultKey key) =>
        summary.DrawnValues.Where(value => value.Scenario == scenario && value.Key == key && !double.IsNaN(value.Value))
            .ToDictionary(value => value.Draw, value => value.Value);

    /// <summary>The number of a member says nothing by itself.</summary>
    internal static bool IsMember(DrawnInput input) => input is { Scenario: ExperimentPlan.BaselineId, Input: Inputs.CalibratedSet.MemberInput };

    /// <summary>Where an input is: its place in the range, or, of one of the calibrated set, its value.</summary>
    internal static double Place(DrawnInput input) => !double.IsNaN(input.U) ? input.U
        : QuantityText.TryParseAmount(input.Value, out var amount) ? amount.Base
        : ShareText.TryParsePercent(input.Value, out var share) ? share
        : double.NaN;

    /// <summary>Ranks from 1; equal values have the mean of theirs.</summary>
    private static double[] Ranks(List<double> values) =>
        [.. values.Select(value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0))];
}
