using FlowSim.Simulator.Model;
using FlowSim.Simulator.Overloads;

namespace FlowSim.Tests.Kernel.Overloads;

/// <summary>A headcount written by hand: who waits for what, what has been given back, what is idle and what is held up.</summary>
internal static class HeadcountOf
{
    /// <param name="day">Days since the start [d].</param>
    /// <param name="inStage">By stage [patients]; left out: nobody.</param>
    public static Headcount At(double day, int present, int[] waiting, long[] returned, double[]? idle = null, double[]? heldUp = null, int[]? inStage = null)
    {
        var headcount = new Headcount(waiting.Length, inStage?.Length ?? 1) { Time = (int)(day * SimTime.Day), Present = present };
        waiting.CopyTo(headcount.WaitingFor, 0);
        returned.CopyTo(headcount.Returned, 0);
        idle?.CopyTo(headcount.Idle, 0);
        heldUp?.CopyTo(headcount.HeldUp, 0);
        inStage?.CopyTo(headcount.InStage, 0);
        return headcount;
    }
}
