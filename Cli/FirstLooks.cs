using FlowSim.Cli.Tables;
using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli;

/// <summary>Says what the first replication gave of each scenario while the others still run.</summary>
internal sealed class FirstLooks(LookWords words)
{
    private FirstLook? baseline;

    /// <summary>Levels of the baseline, or what a scenario changes of them in this one replication.</summary>
    public string Line(FirstLook look)
    {
        if (look.Scenario == ExperimentPlan.BaselineId)
        {
            baseline = look;
        }

        return TerminalSigns.Of(words.Line(look, baseline));
    }
}
