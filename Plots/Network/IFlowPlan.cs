using FlowSim.Plots.Network.Flows;
using FlowSim.Plots.Network.Layout;

namespace FlowSim.Plots.Network;

/// <summary>A picture of flows with everything in its place.</summary>
internal interface IFlowPlan
{
    SimplerFlows Simpler { get; }

    NetworkLayout Layout { get; }

    LayoutGraph Graph { get; }

    /// <summary>By ribbon of the layout, patients a day.</summary>
    double PerDay(int ribbon);

    /// <summary>By node of the layout, the step that it shows.</summary>
    Step StepOf(int node);
}
