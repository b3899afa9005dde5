using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Properties;

/// <summary>A random system run from start to end with every invariant checked, and from its branch on under its scenario, if it has one.</summary>
internal sealed class CheckedRandomSystem
{
    private const ulong Seed = 7;

    private readonly RandomSystemDigest? digest;
    private readonly string yaml;
    private readonly (string Name, string Text)[] files;

    private CheckedRandomSystem(int seed, bool hasDigest)
    {
        Number = seed;
        (yaml, files) = RandomSystem.Of(seed);
        digest = hasDigest ? new RandomSystemDigest(yaml, files) : null;
    }

    /// <summary>Names the system; it is also the number of the replication.</summary>
    public int Number { get; }

    /// <summary>What went wrong, or null.</summary>
    public string? Failure { get; private set; }

    /// <summary>
    /// A deadlock that nobody can leave, which ends with an error (docs/law.md, sentence 13.8): the system is not to blame, nor is the engine.
    /// </summary>
    public bool IsDeadlockForEver { get; private set; }

    public IReadOnlyCollection<string> Seen { get; private set; } = [];

    /// <summary>Its number, its own digest and that of all it did, as a line of a file; null unless it was asked for.</summary>
    public string? Digest { get; private set; }

    /// <param name="seed">Which.</param>
    /// <param name="hasDigest">True: all that it does is digested, for another version of the engine.</param>
    public static CheckedRandomSystem Run(int seed, bool hasDigest = false)
    {
        var result = new CheckedRandomSystem(seed, hasDigest);
        try
        {
            result.Run();
        }
        catch (SimulationException deadlock) when (deadlock.Message.Contains("wait for each other's places for ever", StringComparison.Ordinal))
        {
            result.IsDeadlockForEver = true;
        }
        catch (Exception failure)
        {
            result.Failure = $"{failure.GetType().Name}: {failure.Message}";
        }

        using var digest = result.digest;
        if (digest is not null)
        {
            digest.Add(result.IsDeadlockForEver ? "for ever" : result.Failure ?? "");
            result.Digest = FormattableString.Invariant($"{seed},{digest.System},{digest.Finish()}");
        }

        return result;
    }

    private void Run()
    {
        using var system = TemporarySystem.With([("system.yaml", yaml), .. files]);
        var read = system.Read();
        var builder = read is null ? null : new TimelineBuilder(read, RunOverrides.None, system.Problems);

        // More patients in place than there is room for are refused of people; the engine stands them.
        var compiled = read is null ? null : SystemCompiler.Compile(read, RunOverrides.None, system.Problems);
        var baseline = compiled is null ? null : new SystemTimeline([compiled.Model], [compiled.Model.Run.Start]);
        var other = baseline is null || !read!.Scenarios.ContainsKey(RandomScenario.Id) ? null : builder!.Scenario(RandomScenario.Id, baseline.First.Run);
        if (baseline is null || system.Problems.HasErrors)
        {
            Failure = system.Printed;
            return;
        }

        var witness = new RandomSystemWitness();
        Seen = witness.Seen;
        var run = Replication.Start(baseline, Seed, Number, See, paranoid: true);
        var times = baseline.First.Run;
        witness.Run = run;
        if (other is not null)
        {
            Add(run.Measure(times.Start, times.Branch));
            var branch = Replication.Branch(other, run);
            witness.Seen.Add("a branch");
            witness.Run = branch;
            Add(branch.Measure(times.Branch, times.End));
            witness.Run = run;
        }

        Add(run.Measure(times.MeasureFrom, times.End));

        void See(TraceEntry step)
        {
            witness.See(step);
            digest?.Add(step);
        }

        void Add(ReplicationResult result) => digest?.Add(result);
    }
}
