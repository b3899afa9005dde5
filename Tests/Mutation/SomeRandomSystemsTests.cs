using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Mutation;

/// <summary>The first few of the random systems of Tests/Properties: a mutant that the sentence tests let live may break an invariant there.</summary>
public sealed class SomeRandomSystemsTests
{
    [Test]
    public void A_random_system_breaks_no_invariant([Range(1, 16)] int seed) => Assert.That(CheckedRandomSystem.Run(seed).Failure, Is.Null);

    [Test]
    public void A_saved_state_goes_on_as_the_uninterrupted_run_would([Range(1, 8)] int seed)
    {
        var (yaml, files) = RandomSystem.Of(seed);
        var model = ModelText.Compile(yaml, files);
        SavedState.GoesOnAsUninterrupted(model, seed, model.Run.MeasureFrom, model.Run.MeasureFrom + (10 * SimTime.Day) + (seed % 2 * 40_271), model.Run.End);
    }

    [Test]
    public void A_fork_goes_on_as_the_scenario_does_from_the_branch([Range(1, 6)] int seed) => ForkedRun.GoesOnAsFromTheBranch(seed);

    [Test]
    public void A_random_system_takes_the_same_steps_by_short_and_by_long_paths([Range(1, 6)] int seed)
    {
        var (yaml, files) = RandomSystem.Of(seed);
        BothPaths.AreTheSame(ModelText.Compile(yaml, files), seed);
    }
}
