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
        var run = Replication.Start(ModelText.Timeline(model), 7, seed, paranoid: true);
        for (var day = 1; day <= 80; day += 3)
        {
            run.RunTo((day * SimTime.Day) + (day * 977));
            Conservation.Holds(run, model);
        }

        Assert.That(run.Passed.Arrived, Is.GreaterThan(100));
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
        var branch = model.Run.MeasureFrom + (20 * SimTime.Day) + (seed % 2 * 40_271);
        SavedState.GoesOnAsUninterrupted(model, seed, model.Run.MeasureFrom, branch, model.Run.End);
    }

    /// <summary>Closed by <c>at_close: empty</c> at the branch, when all who came after closing had gone again.</summary>
    [Test]
    public void A_saved_state_knows_who_came_before_closing_time()
    {
        var model = Model(1736);
        SavedState.GoesOnAsUninterrupted(model, 1736, model.Run.MeasureFrom, model.Run.MeasureFrom + (20 * SimTime.Day), model.Run.End);
    }

    [Test]
    public void The_random_systems_use_what_they_are_meant_to_try()
    {
        var walks = Enumerable.Range(1, Systems).Select(seed => Walk.Of(Model(seed), 3, seed)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(Sum("exchanges"), Is.Positive, "places were exchanged");
            Assert.That(Sum("gave_up"), Is.Positive, "patients gave up");
            Assert.That(Sum("delayed_beds"), Is.Positive, "patients were delayed");
            Assert.That(walks.Count(walk => walk.Steps.Exists(step => step.Visit > 1)), Is.GreaterThan(10), "loops");
            Assert.That(walks.Count(walk => walk.Steps.Exists(step => step.Taken > step.Entered)), Is.GreaterThan(Systems / 2), "waits for a place");
            Assert.That(walks.Count(walk => walk.Steps.Exists(step => step.Started > step.Taken)), Is.GreaterThan(Systems / 2), "waits for staff");
            Assert.That(walks.Count(walk => walk.Model.Stages.Any(stage => stage.MovesBack is not null)), Is.GreaterThan(5), "moving back");
            Assert.That(walks.Count(walk => walk.Model.Pools.Any(pool => pool.Surges.Length > 0)), Is.GreaterThan(5), "surge");
        });

        double Sum(string measure) => walks.Sum(walk => walk.Result.Rows.Where(row => row.Measure == measure && row.Place == "system").Sum(row => row.Value));
    }

    private static SystemModel Model(int seed)
    {
        var (yaml, files) = RandomSystem.Of(seed);
        return ModelText.Compile(yaml, files);
    }
}
