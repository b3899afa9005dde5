using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.State;

/// <summary>A draw of a stage that was made on arrival, for the first visit.</summary>
internal struct FirstDraw
{
    public RandomBlock Block;

    /// <summary>Key of the stage; 0: nothing was drawn.</summary>
    public uint Stage;
}
