using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>Conservation, saved states, memory and order on a system that uses nearly the whole language.</summary>
[Category("Properties")]
public sealed class SmallHospitalTests
{
    private const int Year = 365 * SimTime.Day;

    [Test]
    public void Every_part_of_the_hospital_is_used()
    {
        var walk = Walk.Of(SmallHospital.Model());
        Assert.Multiple(() =>
        {
            foreach (var stage in walk.Model.StageTemplates)
            {
                Assert.That(walk.At(stage).Count(), Is.GreaterThan(50), stage);
            }

            Assert.That(walk.Value("gave_up", "assess"), Is.Positive);
            Assert.That(walk.Value("gave_up", "package"), Is.Positive);
            Assert.That(walk.Value("delayed_beds", "A/nhs"), Is.Positive);
            Assert.That(walk.Value("delayed_beds", "C/nhs"), Is.Positive);
            Assert.That(walk.At("assess").Count(step => step.Wait > 4 * SimTime.Hour), Is.Positive);
            Assert.That(walk.Present, Is.InRange(100, 400));
        });
    }

    [Test]
    public void Everyone_who_came_is_gone_or_here_and_every_unit_in_use_is_held()
    {
        var model = SmallHospital.Model();
        var run = Replication.Start(ModelText.Timeline(model), 1, 1, paranoid: true);
        for (var time = 0; time < Year; time += (3 * SimTime.Day) + 12_347)
        {
            run.RunTo(time);
            Conservation.Holds(run, model);
        }

        Assert.That(run.Passed.Arrived, Is.GreaterThan(30_000));
    }

    [TestCase(0)]
    [TestCase(40_271)]
    public void A_saved_state_goes_on_as_the_uninterrupted_run_would(int secondOfDay)
    {
        var model = SmallHospital.Model();
        var branch = (400 * SimTime.Day) + secondOfDay;
        SavedState.GoesOnAsUninterrupted(model, 1, model.Run.MeasureFrom, branch, branch + (90 * SimTime.Day));
    }

    [Test]
    public void The_second_year_allocates_nothing()
    {
        var run = Replication.Start(ModelText.Timeline(SmallHospital.Model()), 1, 1);
        run.RunTo(Year);
        var events = run.Events;
        var before = GC.GetAllocatedBytesForCurrentThread();
        run.RunTo(2 * Year);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(run.Events - events, Is.GreaterThan(150_000));
        Assert.That(allocated, Is.Zero, "bytes");
    }

    [Test]
    public void The_order_of_replications_and_threads_changes_nothing()
    {
        var model = SmallHospital.Model();
        int[] forward = [1, 2, 3, 4];
        var expected = forward.Select(number => Run(model, number)).ToArray();
        var backward = forward.Reverse().Select(number => Run(model, number)).Reverse().ToArray();
        var together = new ReplicationResult[forward.Length];
        Parallel.For(0, together.Length, index => together[index] = Run(model, forward[index]));
        for (var index = 0; index < forward.Length; index++)
        {
            Rows.AreEqual(backward[index], expected[index], $"replication {forward[index]} in another order");
            Rows.AreEqual(together[index], expected[index], $"replication {forward[index]} beside others");
        }

        Assert.That(expected[1].Rows, Is.Not.EqualTo(expected[0].Rows), "replications differ");
    }

    [Test]
    public void The_order_of_sections_stages_and_pools_and_their_files_change_nothing()
    {
        var (yaml, files) = SmallHospital.Rearranged();
        var model = SmallHospital.Model();
        var rearranged = ModelText.Compile(yaml, files);
        Assert.That(rearranged.StageTemplates, Is.Not.EqualTo(model.StageTemplates), "the stages do stand in another order");
        Assert.That(Sorted(Run(rearranged, 1)), Is.EqualTo(Sorted(Run(model, 1))));
    }

    private static List<ResultRow> Sorted(ReplicationResult result) =>
        [.. result.Rows.OrderBy(row => $"{row.Period}|{row.Measure}|{row.Place}|{row.Group}", StringComparer.Ordinal)];

    private static ReplicationResult Run(SystemModel model, int number) =>
        Replication.Start(ModelText.Timeline(model), 1, number).Measure(model.Run.MeasureFrom, model.Run.MeasureFrom + (120 * SimTime.Day));
}
