using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>What holds for any system. A failure names the seed that makes the system again.</summary>
[Category("Properties")]
public sealed class RandomSystemTests
{
    private const int Systems = 80;

    [Test]
    public void Everyone_who_came_is_gone_or_here_and_every_unit_in_use_is_held([Range(1, Systems)] int seed)
    {
        var model = Model(seed);
        var run = Replication.Start(ModelText.Timeline(model), 7, seed);
        for (var day = 1; day < RandomSystem.Days; day += 2)
        {
            run.RunTo((day * SimTime.Day) + (day * 977));
            Conservation.Holds(run, model);
        }

        Assert.That(run.Passed.Arrived, Is.GreaterThan(80));
    }

    [Test]
    public void The_same_seed_gives_the_same_rows([Range(1, Systems)] int seed)
    {
        var model = Model(seed);
        var first = Walk.Of(model, 3, seed);
        var second = Walk.Of(Model(seed), 3, seed);
        Rows.AreEqual(second.Result, first.Result, "run again");
        Assert.That(second.Steps, Is.EqualTo(first.Steps));
    }

    [Test]
    public void A_saved_state_goes_on_as_the_uninterrupted_run_would([Range(1, Systems)] int seed)
    {
        var model = Model(seed);
        var branch = model.Run.MeasureFrom + (10 * SimTime.Day) + (seed % 2 * 40_271);
        SavedState.GoesOnAsUninterrupted(model, seed, model.Run.MeasureFrom, branch, model.Run.End);
    }

    private static SystemModel Model(int seed)
    {
        var (yaml, files) = RandomSystem.Of(seed);
        return ModelText.Compile(yaml, files);
    }
}
