using FlowSim.Benchmarks.Workloads;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.Harness;

/// <summary>A workload written in the model language, with every measure on.</summary>
internal sealed class LanguageRun
{
    private readonly SystemModel model;
    private readonly SystemTimeline timeline;
    private readonly double days;

    public LanguageRun(Workload workload)
    {
        model = CompiledFile.Of(workload);
        timeline = new SystemTimeline([model], [model.Run.Start]);
        days = workload.Days;
    }

    /// <summary>One sample; reading and compiling are not in it, turning what was counted into rows is.</summary>
    public Sample Run(int seed)
    {
        var run = Replication.Start(timeline, (ulong)seed, 1);
        run.Measure(model.Run.Start, model.Run.MeasureFrom);
        var time = ThreadTime.Start();
        var result = run.Measure(model.Run.MeasureFrom, model.Run.End);
        var seconds = time.Seconds;

        // A flow out of a stream is an arrival, a flow out of a stage the end of a stay.
        var streams = model.Streams.Select(stream => stream.Name).ToHashSet();
        var patients = Moves(result.Flows.Where(flow => streams.Contains(flow.From)));
        return new Sample(seconds, patients, Moves(result.Flows), Measures(result));
    }

    private long Moves(IEnumerable<FlowRow> flows) => (long)Math.Round(flows.Sum(flow => flow.PerDay) * days);

    private double[] Measures(ReplicationResult result) => model.Name == Workload.Mmc.Id
        ? [Value(result, "wait_mean", "service"), Value(result, "occupied", "server")]
        : [Value(result, "wait_mean", "ward"), Value(result, "occupied", "ward-bed"), Value(result, "wait_mean", "community"),
            Value(result, "occupied", "community-bed")];

    private static double Value(ReplicationResult result, string measure, string group) =>
        result.Rows.Single(row => row.Measure == measure && row.Group == group && row.Place == "system").Value;
}
