using System.Globalization;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>A run from some time on, beside what goes on from its state then: every step of every patient, with all that a listener is told.</summary>
internal static class GoingOn
{
    /// <summary>The run itself, a branch of it under the same description, and a branch of what was written down and read again do the same.</summary>
    public static void IsTheSame(SystemModel model, int at, int end)
    {
        var timeline = new SystemTimeline([model], [model.Run.Start]);
        var state = Start();
        var branched = new List<string>();
        var reread = new List<string>();
        var all = new List<string>();
        Replication.Branch(timeline, state, Into(branched)).Measure(at, end);
        Replication.Branch(timeline, SavedState.Reread(timeline, state, 1), Into(reread)).Measure(at, end);
        state.Listener = Into(all);
        state.Measure(at, end);
        Assert.That(all, Has.Count.GreaterThan(20));
        Assert.That(branched, Is.EqualTo(all), "branched");
        Assert.That(reread, Is.EqualTo(all), "written, read and branched");

        Replication Start()
        {
            var run = Replication.Start(timeline, SavedState.Seed, 1, paranoid: true);
            run.Measure(model.Run.Start, at);
            return run;
        }
    }

    /// <summary>Writes down what a listener is told.</summary>
    public static StepListener Into(List<string> all) => (in PatientStep step) =>
    {
        var values = string.Join(' ', step.Values.ToArray());
        var held = string.Join(' ', step.Held.ToArray().Select(units => $"{units.Amount} of {units.Pool}"));
        var stage = $"{step.Step} in {step.Stage} since {step.Since}, visit {step.Visit}, to {step.To}";
        var state = $"pool {step.Pool}, placed {step.IsPlaced}, served {step.IsServed}, values {values}, holds {held}";
        all.Add(string.Create(CultureInfo.InvariantCulture, $"{step.Time}: {step.Stream}/{step.Number} {stage}, {state}"));
    };
}
