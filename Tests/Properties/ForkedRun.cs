using System.Text.RegularExpressions;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>A random system under a scenario that leaves the baseline at a dated change.</summary>
internal static class ForkedRun
{
    /// <summary>
    /// The scenario run from the branch, and the fork that leaves the baseline in a pause: the same rows, series, flows and number of events; and the run
    /// that was paused is as if it had not been.
    /// </summary>
    public static void GoesOnAsFromTheBranch(int seed)
    {
        var (yaml, files) = RandomSystem.Of(seed);
        var model = ModelText.Compile(yaml, files);
        var fewer = ModelText.Compile(Regex.Replace(yaml, "(ticket: { kind: slots, capacity:) [0-9]+", "$1 2"), files);
        var branch = model.Run.MeasureFrom + (2 * SimTime.Day);
        var change = branch + (9 * SimTime.Day) + (seed % 3 * 30_271);
        var baseline = ModelText.Timeline(model);
        var scenario = new SystemTimeline([model, fewer, model], [model.Run.Start, change, change + (5 * SimTime.Day) + 977]);
        var state = Replication.Start(baseline, 5, seed, paranoid: true);
        state.Measure(model.Run.MeasureFrom, branch);
        Assume.That(state.MayForkTo(scenario), "something is planned for the second of the change");

        var whole = Replication.Branch(scenario, state).Measure(branch, model.Run.End);
        var undisturbed = Replication.Branch(baseline, state).Measure(branch, model.Run.End);
        var run = Replication.Branch(baseline, state);
        Replication? fork = null;
        var paused = run.Measure(branch, model.Run.End, [(change, () => fork = Replication.Fork(scenario, run))]);
        var forked = fork!.MeasureRest(model.Run.End);

        Rows.AreEqual(paused, undisturbed, "the run that was paused");
        Rows.AreEqual(forked, whole, "the fork");
        Assert.That((paused.Events, forked.Events), Is.EqualTo((undisturbed.Events, whole.Events)));
    }
}
