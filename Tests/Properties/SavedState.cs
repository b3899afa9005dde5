using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>A run that goes on from a saved state.</summary>
internal static class SavedState
{
    public const ulong Seed = 5;

    /// <summary>Measuring [a, b) and [b, c) in one run, and [b, c) from the state at b, twice: all rows and all steps are equal.</summary>
    public static void GoesOnAsUninterrupted(SystemModel model, int replication, int a, int b, int c)
    {
        var timeline = ModelText.Timeline(model);
        var whole = Replication.Start(timeline, Seed, replication, paranoid: true);
        var firstPart = whole.Measure(a, b);
        var (expected, steps) = Rest(whole);

        var state = Replication.Start(timeline, Seed, replication, paranoid: true);
        Rows.AreEqual(state.Measure(a, b), firstPart, "before the branch");
        IsTheSame(Replication.Branch(timeline, state), "branched");
        IsTheSame(Replication.Branch(timeline, state), "branched again");
        IsTheSame(Replication.Branch(timeline, Reread(timeline, state, replication)), "written, read and branched");
        IsTheSame(state, "the state itself, after it was branched");

        void IsTheSame(Replication run, string which)
        {
            var (rest, stepsOfRest) = Rest(run);
            Rows.AreEqual(rest, expected, which);
            Assert.That(stepsOfRest, Is.EqualTo(steps), which);
        }

        (ReplicationResult Result, List<Step> Steps) Rest(Replication run)
        {
            var all = new List<Step>();
            run.Observer = all.Add;
            return (run.Measure(b, c), all);
        }
    }

    /// <summary>What a run was when it was written down, read again.</summary>
    public static Replication Reread(SystemTimeline timeline, Replication state, int replication)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            state.Save(to);
        }

        bytes.Position = 0;
        using var from = new BinaryReader(bytes);
        var read = Replication.Load(timeline, Seed, replication, from);
        Assert.That(bytes.Position, Is.EqualTo(bytes.Length), "all of it is read");
        return read;
    }
}
