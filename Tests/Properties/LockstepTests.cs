using System.Text;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Tests.Analytic;
using FlowSim.Tests.Kernel;

namespace FlowSim.Tests.Properties;

/// <summary>
/// Replications share the compiled system and nothing else: several that start from one system in the same moment find out about its stages what one
/// alone does. A cache that the first to ask filled gave others half a value now and then, and with it a whole replication of wrong numbers.
/// </summary>
[Category("Properties")]
public sealed class LockstepTests
{
    private const int Systems = 600;
    private const int Stages = 60;

    [Test]
    public void Replications_that_start_at_once_find_the_paths_that_one_alone_finds([Values(2, 4)] int threads)
    {
        var systems = ManySystems();
        var together = InLockstep(threads, (thread, index) => PathsOf(systems[index], (index * threads) + thread + 1));
        Assert.That(Wrong(together, systems, index => PathsOf(systems[index], 1)), Is.Zero, $"of {threads * Systems} replications");
    }

    [Test]
    public void Paths_that_are_found_at_once_are_those_that_are_found_alone([Values(2, 4)] int threads)
    {
        var systems = ManySystems();
        var layouts = Array.ConvertAll(systems, system => new RecorderLayout(system));
        StagePath[] Find(int index) => [.. systems[index].Stages.Select((stage, at) => new StagePath(stage, at, layouts[index], isLong: false))];
        var together = InLockstep(threads, (_, index) => Find(index));
        Assert.That(Wrong(together, systems, Find), Is.Zero, $"of {threads * Systems} replications");
    }

    [Test]
    public void The_stages_compared_differ_in_what_is_found()
    {
        var paths = PathsOf(ModelText.Compile(ManyStages()), 1);
        Assert.That(paths.Count(path => path.Has(StageTraits.HasTimers)), Is.EqualTo(Stages / 4));
        Assert.That(paths.Count(path => path.Has(StageTraits.HasQueueLimit)), Is.EqualTo(Stages / 4));
        Assert.That(paths.Count(path => path.NeedsLook), Is.EqualTo(Stages / 2));
    }

    /// <summary>What each thread finds for each system; all threads come to a system in the same moment.</summary>
    private static StagePath[][][] InLockstep(int threads, Func<int, int, StagePath[]> find)
    {
        var found = new StagePath[threads][][];
        var arrived = 0;
        var workers = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            found[thread] = new StagePath[Systems][];
            for (var index = 0; index < Systems; index++)
            {
                // Waiting in a loop: a barrier that puts threads to sleep wakes them one after the other.
                Interlocked.Increment(ref arrived);
                var spin = default(SpinWait);
                while (Volatile.Read(ref arrived) < (index + 1) * threads)
                {
                    spin.SpinOnce(-1);
                }

                found[thread][index] = find(thread, index);
            }
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return found;
    }

    /// <summary>Who is asked alone is asked last: asked first, he would have filled whatever there is to fill.</summary>
    private static int Wrong(StagePath[][][] together, SystemModel[] systems, Func<int, StagePath[]> alone)
    {
        var expected = Enumerable.Range(0, systems.Length).Select(alone).ToArray();
        return together.Sum(found => found.Zip(expected).Count(pair => !pair.First.SequenceEqual(pair.Second)));
    }

    private static StagePath[] PathsOf(SystemModel system, int number) => Replication.Start(ModelText.Timeline(system), 1, number).Engine.Paths.All;

    private static SystemModel[] ManySystems()
    {
        var text = ManyStages();
        return [.. Enumerable.Range(0, Systems).Select(_ => ModelText.Compile(text))];
    }

    /// <summary>Every second stage has a timer or a limit of its list, by turns.</summary>
    private static string ManyStages()
    {
        var text = new StringBuilder(
            """
            system: many-stages
            run: { starts: Mon 00:00, lasts: 1 d, begin: empty }
            pools: { bed: { kind: beds, capacity: 3 } }
            exits: [tired, full]
            streams: { patients: { to: stage-0, rate: { table: rates, per: h } } }
            tables: { rates: { keys: [hour], rows: { 0-11: 3, 12-23: 5 } } }
            stages:

            """);
        for (var stage = 0; stage < Stages; stage++)
        {
            var givesUp = (stage % 4) switch { 1 => ", gives_up: [ { after: 2 h, to: tired } ]", 3 => ", gives_up: [ { queue: 5, to: full } ]", _ => "" };
            var next = stage == Stages - 1 ? "leave" : FormattableString.Invariant($"stage-{stage + 1}");
            text.AppendLine(FormattableString.Invariant($"  stage-{stage}: {{ place: bed, time: 1 h{givesUp}, then: {next} }}"));
        }

        return text.ToString();
    }
}
