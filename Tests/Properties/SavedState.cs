using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>A run that goes on from a saved state.</summary>
internal static class SavedState
{
    /// <summary>Measuring [a, b) and [b, c) in one run, and [b, c) from the state at b, once and again: all rows equal.</summary>
    public static void GoesOnAsUninterrupted(SystemModel model, int replication, int a, int b, int c)
    {
        var timeline = ModelText.Timeline(model);
        var whole = Replication.Start(timeline, 5, replication, paranoid: true);
        var firstPart = whole.Measure(a, b);
        var expected = whole.Measure(b, c);

        var state = Replication.Start(timeline, 5, replication, paranoid: true);
        Rows.AreEqual(state.Measure(a, b), firstPart, "before the branch");
        Rows.AreEqual(Replication.Branch(timeline, state).Measure(b, c), expected, "branched");
        Rows.AreEqual(Replication.Branch(timeline, state).Measure(b, c), expected, "branched again");
        Rows.AreEqual(Replication.Branch(timeline, Reread(timeline, state, replication)).Measure(b, c), expected, "written, read and branched");
        Rows.AreEqual(state.Measure(b, c), expected, "the state itself, after it was branched");
    }

    private static Replication Reread(SystemTimeline timeline, Replication state, int replication)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            state.Save(to);
        }

        bytes.Position = 0;
        using var from = new BinaryReader(bytes);
        var read = Replication.Load(timeline, 5, replication, from);
        Assert.That(bytes.Position, Is.EqualTo(bytes.Length), "all of it is read");
        return read;
    }
}
