using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>A stage's time as it begins, for tests: who, which visit of which stage, and when.</summary>
/// <param name="Stream">Index of the stream.</param>
/// <param name="Patient">The patient's number in the stream; with it, it names the patient in every scenario.</param>
/// <param name="Stage">Index of the stage instance.</param>
/// <param name="Visit">Which visit of the patient to the stage.</param>
/// <param name="Entered">Entry, e [s].</param>
/// <param name="Taken">Place taken, p [s].</param>
/// <param name="Started">Start, s [s].</param>
/// <param name="Length">Length drawn [s].</param>
internal readonly record struct Step(int Stream, long Patient, int Stage, int Visit, int Entered, int Taken, int Started, int Length)
{
    /// <summary>From asking to getting [s].</summary>
    public int Wait => Started - Entered;
}
