namespace FlowSim.Benchmarks.Workloads;

/// <summary>A model of README.md and how much of it one sample simulates.</summary>
/// <param name="Id">As the limit program calls it.</param>
/// <param name="Days">Measured and timed [d].</param>
/// <param name="WarmUp">Simulated before, neither measured nor timed [d].</param>
/// <param name="Measures">What every subject reports of it, in order, with units.</param>
internal sealed record Workload(string Id, int Days, int WarmUp, string[] Measures)
{
    public static Workload Mmc { get; } = new("mmc", 2000, 50, ["mean wait [min]", "mean occupancy"]);

    public static Workload BedBlocking { get; } =
        new("bed-blocking", 10000, 1000, ["mean wait [min]", "mean occupancy", "community wait [min]", "community occupancy"]);

    /// <summary>The same in a tenth of the time: for trying the harness, not for results.</summary>
    public Workload Quick => this with { Days = Days / 10, WarmUp = WarmUp / 5 };
}
