using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Scenarios.Tracing;

/// <summary>A step of a patient as it was kept; one object is filled again and again while a run is read.</summary>
internal sealed class LoggedStep
{
    /// <summary>What its indices mean.</summary>
    public required SystemModel Model { get; init; }

    public TraceStep Step { get; set; }

    /// <summary>When [s].</summary>
    public int Time { get; set; }

    public int Stream { get; set; }

    public long Number { get; set; }

    public int Stage { get; set; }

    public int Visit { get; set; }

    /// <summary>When the stage was entered [s].</summary>
    public int Since { get; set; }

    public int To { get; set; }

    public int Pool { get; set; }

    public bool IsServed { get; set; }

    public bool IsPlaced { get; set; }

    public int[] Values { get; set; } = [];

    public List<HeldUnits> Held { get; } = [];
}
