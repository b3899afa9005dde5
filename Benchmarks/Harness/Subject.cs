using FlowSim.Benchmarks.Workloads;

namespace FlowSim.Benchmarks.Harness;

/// <summary>One program that simulates a workload.</summary>
internal sealed class Subject
{
    private readonly Func<int, Sample> run;

    /// <param name="name">As in the table.</param>
    /// <param name="workload">What it simulates.</param>
    /// <param name="run">Takes one sample with a seed.</param>
    public Subject(string name, Workload workload, Func<int, Sample> run) => (Name, Workload, this.run) = (name, workload, run);

    public string Name { get; }

    public Workload Workload { get; }

    /// <summary>Least ratio to the limit that is aimed at, or null.</summary>
    public double? Target { get; init; }

    /// <summary>Compiled while it runs: must be run before it is timed.</summary>
    public bool NeedsWarmUp { get; init; } = true;

    /// <summary>A subject that draws the same numbers and so must simulate the very same patients, or null.</summary>
    public Subject? SameDrawsAs { get; init; }

    public List<Sample> Samples { get; } = [];

    public void TakeSample(int seed) => Samples.Add(run(seed));

    /// <summary>Runs it often enough, with pauses, that the runtime has compiled its hot code for good.</summary>
    public void WarmUp()
    {
        for (var round = 0; NeedsWarmUp && round < 4; round++)
        {
            run(1);
            run(2);

            // Tiered compilation works in the background after 100 ms without new methods.
            Thread.Sleep(250);
        }
    }

    /// <summary>The lower quartile of the samples: what disturbs a run only makes it slower [ns].</summary>
    public double NanosecondsPerEvent() => Quantiles.Lower([.. Samples.Select(sample => sample.NanosecondsPerEvent)]);
}
