namespace FlowSim.Benchmarks.Workloads;

/// <summary>One timed run of a workload.</summary>
/// <param name="Seconds">Time of the core for the measured part alone [s].</param>
/// <param name="Patients">Who arrived in it.</param>
/// <param name="Events">Arrivals and ends of stays in it.</param>
/// <param name="Measures">In the order of <see cref="Workload.Measures"/>.</param>
internal sealed record Sample(double Seconds, long Patients, long Events, double[] Measures)
{
    public double NanosecondsPerEvent => Seconds * 1e9 / Events;
}
