using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Sampling.Distributions;

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

        var sample = spec.Form.IsSample ? Sample(spec, at) : null;
        if (spec.Form.IsSample && sample is null)
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
        return column < 0 ? null : Values(table, column);
    }

    /// <summary>The numbers of a column, at least 0; every cell that is none is refused.</summary>
    private double[]? Values(TableData table, int column)
    {
        var path = $"tables.{table.Name}.{table.Columns[column]}";
        var faults = new ManyFaults(context.Problems, path);
        var values = new double[table.Rows.Count];
        var count = 0;
        foreach (var row in table.Rows)
        {
            var cell = row.Cells[column].Trim();
            if (NumberText.TryParse(cell, out var value, out var expected) && value >= 0)
            {
                values[count++] = value;
                continue;
            }

            faults.Add(row, expected.Length > 0 ? expected + ", at least 0" : "a number of at least 0", cell);
        }

        faults.Finish("a number of at least 0");
        if (faults.Any || count > 0)
        {
            return faults.Any ? null : values;
        }

        context.Problems.Error(table.Where, path, "at least one number", "a column without rows");
        return null;
    }
}
