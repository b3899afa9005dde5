using FlowSim.Scenarios.Sweeps;
using ScottPlot;

namespace FlowSim.Plots.Explore;

/// <summary>Where the designs of a sweep stand by one factor: at its numbers, or, where it has none (dates, words, units), one after the other.</summary>
internal sealed class FactorAxis
{
    private readonly Dictionary<int, (string Text, double Value)> designs;
    private readonly bool isNumeric;

    /// <param name="swept">A sweep's folder.</param>
    /// <param name="factor">Place of the factor among those of the sweep.</param>
    public FactorAxis(SweptFolder swept, int factor)
    {
        Name = Said(swept.Factors[factor]);
        designs = swept.Designs.ToDictionary(design => design.Key, design => (design.Value[factor], swept.ValueOf(design.Key, factor)));
        isNumeric = designs.Values.All(design => double.IsFinite(design.Value));
        var inOrder = designs.OrderBy(design => isNumeric ? design.Value.Value : design.Key).Select(design => design.Value.Text);
        Values = [.. inOrder.Distinct()];
    }

    /// <summary>The path, and whether it is multiplied or added to.</summary>
    public string Name { get; }

    /// <summary>Its values, as written, each once: numbers by size, others as they came.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Which of the values a design has.</summary>
    public int IndexOf(int design) => Values.ToList().IndexOf(designs[design].Text);

    /// <summary>Where a design stands on the axis.</summary>
    public double At(int design) => isNumeric ? designs[design].Value : IndexOf(design);

    /// <summary>Marks an axis with the values, where they are no numbers.</summary>
    public void Mark(IXAxis axis)
    {
        if (!isNumeric)
        {
            axis.Range.Set(-0.5, Values.Count - 0.5);
            axis.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. Enumerable.Range(0, Values.Count).Select(at => (double)at)], [.. Values]);
        }
    }

    private static string Said(string factor) => factor.EndsWith('*') ? $"{factor[..^1]}, multiplied by" : factor.EndsWith('+') ? $"{factor[..^1]}, with so much more" : factor;
}
