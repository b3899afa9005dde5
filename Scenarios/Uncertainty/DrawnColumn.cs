using System.Text.RegularExpressions;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>An input over the draws.</summary>
/// <param name="Kind">What it is an input of: the baseline, a scenario, or prices.</param>
/// <param name="Input">Its name: a path, or that of a price; of inputs that always move together, as those that a fit moves as one, all of them.</param>
/// <param name="Reason">Why a scenario changes it; may be empty.</param>
/// <param name="Places">By draw, where it was.</param>
/// <param name="Low">Its lowest value, in three digits.</param>
/// <param name="High">Its highest value.</param>
internal sealed partial record DrawnColumn(string Kind, string Input, string Reason, double[] Places, string Low, string High)
{
    /// <summary>Between the names of inputs that move together.</summary>
    private const string Between = InfluenceRow.Between;

    /// <summary>The inputs that act on some scenarios, each once; those that are the same in all draws are left out.</summary>
    /// <param name="drawn">What was drawn, of each draw once.</param>
    /// <param name="draws">Draws.</param>
    /// <param name="scenarios">Their ids; inputs of the baseline act on all.</param>
    public static IReadOnlyList<DrawnColumn> Of(IEnumerable<DrawnInput> drawn, int draws, IReadOnlyCollection<string> scenarios)
    {
        var columns = drawn.Where(input => !InputEffect.IsMember(input))
            .Where(input => input.Scenario is ExperimentPlan.BaselineId or DrawnInput.Prices || scenarios.Contains(input.Scenario))
            .GroupBy(input => (input.Scenario, input.Input, input.Reason)).SelectMany(group => OneByOne(group).Select(values => Of(group.Key, values, draws)))
            .OfType<DrawnColumn>();

        // An input of several scenarios is one: it has the same place in each.
        return [.. AsOne(columns.DistinctBy(column => (column.Input, column.Reason, column.Low, column.Places[0])))];
    }

    /// <summary>What is in the same place in every draw cannot be told apart: it is one input.</summary>
    private static IEnumerable<DrawnColumn> AsOne(IEnumerable<DrawnColumn> columns) =>
        columns.GroupBy(column => (column.Kind, string.Join(' ', column.Places.Select(BitConverter.DoubleToInt64Bits))))
            .Select(group => group.First() with { Input = string.Join(Between, group.Select(column => column.Input).Distinct()) });

    /// <summary>A scenario may change one thing several times for one reason, to another amount from another date on: these are inputs of their own.</summary>
    private static IEnumerable<List<DrawnInput>> OneByOne(IEnumerable<DrawnInput> same) =>
        same.GroupBy(input => input.Draw).OrderBy(draw => draw.Key).SelectMany(draw => draw.Select((input, at) => (Input: input, At: at)))
            .GroupBy(one => one.At, one => one.Input).Select(column => column.ToList());

    private static DrawnColumn? Of((string Scenario, string Input, string Reason) name, List<DrawnInput> values, int draws)
    {
        double[] places = [.. values.Select(InputEffect.Place)];
        if (places.Length != draws || !Array.TrueForAll(places, double.IsFinite) || places.Min() == places.Max())
        {
            return null;
        }

        var (low, high) = (Array.IndexOf(places, places.Min()), Array.IndexOf(places, places.Max()));
        return new DrawnColumn(name.Scenario, name.Input, name.Reason, places, Short(values[low].Value), Short(values[high].Value));
    }

    /// <summary>A drawn value has more digits than anybody reads: <c>24.7117 %</c> is <c>24.7 %</c>; what is whole, or no number, stays.</summary>
    private static string Short(string value) => Long().Replace(value, match =>
        NumberText.TryParse(match.Value, out var number, out _) ? NumberText.Write(Rounded(number)) : match.Value);

    private static double Rounded(double value)
    {
        const int Digits = 3;
        return value == 0 ? 0 : Math.Round(value, Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15));
    }

    [GeneratedRegex(@"(?<![\w.:-])[0-9]+\.[0-9]{3,}")]
    private static partial Regex Long();
}
