using FlowSim.Plots.Network.Flows;
using FlowSim.Plots.Network.Layout;

namespace FlowSim.Plots.Network;

/// <summary>A picture of flows with everything in its place.</summary>
internal interface IFlowPlan
{
    SimplerFlows Simpler { get; }

    NetworkLayout Layout { get; }
}
