using FlowSim.Benchmarks.Harness;
using FlowSim.Benchmarks.Twins;
using FlowSim.Benchmarks.Workloads;

namespace FlowSim.Benchmarks.SimSharp;

/// <summary>Sim# and our engine on the same patients, interleaved.</summary>
internal sealed class SideBySide
{
    private readonly Subject simSharp;
    private readonly Subject language;
    private readonly IReadOnlyList<Subject> subjects;

    public SideBySide(ComparedSystem system)
    {
        var workload = system.Workload;
        var engine = new LanguageRun(workload);
        simSharp = new Subject("Sim# processes", workload, seed => ProcessesSample(system, seed));
        language = new Subject("model language", workload, engine.Run);
        var kernel = new Subject("kernel, keyed draws", workload, seed => BedBlockingTwin<KeyedDraws>.Run(new KeyedDraws((ulong)seed), workload));
        subjects = [simSharp, language, kernel];
    }

    /// <summary>Seeds for which the two did not do the same work; their times could not be compared.</summary>
    public IEnumerable<string> Differences() => simSharp.Samples.Zip(language.Samples)
        .Select((pair, repeat) => (Sim: pair.First, Ours: pair.Second, Seed: repeat + 1))
        .Where(pair => pair.Sim.Events != pair.Ours.Events || !CourseComparison.IsEqual(pair.Sim.Measures[0], pair.Ours.Measures[0])
            || !CourseComparison.IsEqual(pair.Sim.Measures[1], pair.Ours.Measures[2]))
        .Select(pair => $"seed {pair.Seed}: {pair.Sim.Events} events in Sim#, {pair.Ours.Events} in the engine, or other mean waits");

    public void Take(int repeats)
    {
        foreach (var subject in subjects)
        {
            subject.WarmUp();
        }

        for (var repeat = 0; repeat < repeats; repeat++)
        {
            Console.Error.WriteLine($"repeat {repeat + 1} of {repeats}");
            for (var turn = 0; turn < subjects.Count; turn++)
            {
                subjects[(repeat + turn) % subjects.Count].TakeSample(repeat + 1);
            }
        }
    }

    public string Table() => TextTable.Of(["subject", "time", "Sim# takes"], subjects.Select(Row));

    private IReadOnlyList<string> Row(Subject subject) =>
    [
        subject.Name,
        FormattableString.Invariant($"{subject.NanosecondsPerEvent():F0} ns/event"),
        FormattableString.Invariant($"{simSharp.NanosecondsPerEvent() / subject.NanosecondsPerEvent():F1} times"),
    ];

    /// <summary>Who arrives when and what is drawn for them is known before the clock starts.</summary>
    private static Sample ProcessesSample(ComparedSystem system, int seed)
    {
        var processes = new BedBlockingProcesses(EngineRun.Of(system, seed).Plans);
        GC.Collect();
        return processes.Run(system.Workload);
    }
}
