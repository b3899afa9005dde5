using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli.Running;

/// <summary>Which measures a table shows: the system's headline, else all it declares, else what every pool has.</summary>
internal static class TableMeasures
{
    public static IReadOnlyList<string> Of(LoadedSystem system, SystemTimeline baseline)
    {
        if (system.Headline.Count > 0)
        {
            return system.Headline;
        }

        var declared = baseline.First.Measures.Measures;
        return declared.Length > 0 ? [.. declared.Select(measure => measure.Id)] : GenericMeasures.Headline;
    }
}
