namespace FlowSim.Simulator.Model;

/// <summary>
/// A scenario over time: compiled systems that share every index and differ in numbers only, each valid from a time on.
/// Dated changes swap the model at that time (kind 1 of the order of events). Without dated changes there is one.
/// </summary>
public sealed class SystemTimeline
{
    public SystemTimeline(SystemModel[] models, int[] from)
    {
        Models = models;
        From = from;
    }

    public SystemModel[] Models { get; }

    /// <summary>Valid from [s], ascending; the first is the start of the run.</summary>
    public int[] From { get; }

    public SystemModel First => Models[0];
}
