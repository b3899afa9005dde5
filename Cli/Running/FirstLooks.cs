using FlowSim.Cli.Manual;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Running;

/// <summary>Says what the first replication gave of each scenario while the others still run.</summary>
internal sealed class FirstLooks(LookWords words)
{
    private const string Indent = "    ";

    private FirstLook? baseline;

    /// <summary>
    /// Levels of the baseline, or what a scenario changes of them in this one replication; what does not fit on a line goes on behind an indent.
    /// </summary>
    /// <param name="look">What one replication gave.</param>
    /// <param name="width">Of the terminal [columns].</param>
    public IEnumerable<string> Lines(FirstLook look, int width)
    {
        if (look.Scenario == ExperimentPlan.BaselineId)
        {
            baseline = look;
        }

        return TextLines.Wrap(TerminalSigns.Of(words.Line(look, baseline)), width - Indent.Length)
            .Select((line, index) => (index == 0 ? line : Indent + line).Replace('\u00A0', ' '));
    }
}
