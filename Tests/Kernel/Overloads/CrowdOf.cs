using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Kernel.Overloads;

/// <summary>A crowd written by hand: who waits for what, what has been given back, what is idle and what is held up.</summary>
internal static class CrowdOf
{
    /// <param name="day">Days since the start [d].</param>
    /// <param name="inStage">By stage [patients]; left out: nobody.</param>
    public static Crowd At(double day, int present, int[] waiting, long[] returned, double[]? idle = null, double[]? heldUp = null, int[]? inStage = null)
    {
        var crowd = new Crowd(waiting.Length, inStage?.Length ?? 1) { Time = (int)(day * SimTime.Day), Present = present };
        waiting.CopyTo(crowd.WaitingFor, 0);
        returned.CopyTo(crowd.Returned, 0);
        idle?.CopyTo(crowd.Idle, 0);
        heldUp?.CopyTo(crowd.HeldUp, 0);
        inStage?.CopyTo(crowd.InStage, 0);
        return crowd;
    }
}
