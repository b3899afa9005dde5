using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Makes the laws of distributions as written; equal texts share one, and with it its tables.</summary>
internal sealed class DistributionLaws
{
    private readonly CompileContext context;
    private readonly Dictionary<string, Distribution> distributions = new(StringComparer.Ordinal);

    public DistributionLaws(CompileContext context) => this.context = context;

    /// <summary>The law, or null after a problem.</summary>
    public Distribution? Of(DistributionSpec spec, Written at)
    {
        var text = spec.ToText();
        if (distributions.TryGetValue(text, out var known))
        {
            return known;
        }

        var sample = spec.Family == "empirical" ? Sample(spec, at) : null;
        if (spec.Family == "empirical" && sample is null)
        {
            return null;
        }

        if (spec.TryToDistribution(sample, out var law, out var expected))
        {
            return distributions[text] = law;
        }

        context.Problems.Error(at.Where, at.Path, expected, at.Text);
        return null;
    }

    private double[]? Sample(DistributionSpec spec, Written at)
    {
        if (TableNames.Find(context.Files, at with { Text = spec.Table }, context.Problems) is not { } table)
        {
            return null;
        }

        var column = TableValues.Column(context, table, new TableUse(at, spec.Column));
        var values = new List<double>();
        foreach (var row in column < 0 ? [] : table.Rows)
        {
            var cell = new Written(row.Cells[column].Trim(), row.Where, $"tables.{table.Name}.{spec.Column}");
            if (NumberText.TryParse(cell.Text, out var value, out var expected) && value >= 0)
            {
                values.Add(value);
            }
            else
            {
                context.Problems.Error(cell.Where, cell.Path, expected.Length > 0 ? expected : "a number of at least 0", cell.Text);
                return null;
            }
        }

        return values.Count > 0 ? [.. values] : null;
    }
}
