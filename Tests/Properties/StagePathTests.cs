using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>The short paths through stages do exactly what the long ones do, which know nothing but the law.</summary>
[Category("Properties")]
public sealed class StagePathTests
{
    [Test]
    public void A_random_system_takes_the_same_steps_by_short_and_by_long_paths([Range(1, 60)] int seed)
    {
        var (yaml, files) = RandomSystem.Of(seed);
        BothPaths.AreTheSame(ModelText.Compile(yaml, files), seed);
    }

    [TestCase("two-wards", 200)]
    [TestCase("stroke-unit", 400)]
    [TestCase("cambridgeshire-peterborough", 12)]
    public void A_system_of_the_library_takes_the_same_steps_by_short_and_by_long_paths(string id, int days)
    {
        var model = ModelText.CompileLibrary(id);
        BothPaths.AreTheSame(model, 1, model.Run.Start, model.Run.Start + (days * SimTime.Day));
    }

    [Test]
    public void The_simplest_of_systems_take_the_same_steps_by_short_and_by_long_paths()
    {
        const string mmc = """
            system: mmc
            run: { starts: Mon 00:00, lasts: 200 d, warm_up: 10 d, begin: empty }
            pools: { server: { kind: staff, capacity: 5 } }
            streams: { patients: { to: service, rate: 1.1 per h } }
            stages: { service: { staff: server, time: exponential mean 4 h, then: leave } }
            """;
        const string ward = """
            system: bed-blocking
            run: { starts: Mon 00:00, lasts: 400 d, warm_up: 10 d, begin: empty }
            pools: { ward-bed: { kind: beds, capacity: 30 }, community-bed: { kind: beds, capacity: 10 } }
            streams: { patients: { to: ward, rate: 4 per d, attributes: { urgency: { "1": 10 %, "2": rest } } } }
            stages:
              ward: { place: ward-bed, priority: urgency, time: lognormal mean 6.4 d sd 7 d, then: { community: 9 %, leave: rest } }
              community: { place: community-bed, delayed: { reason: C, attribution: nhs }, time: lognormal mean 26 d sd 18 d, then: leave }
            """;
        BothPaths.AreTheSame(ModelText.Compile(mmc), 1);
        BothPaths.AreTheSame(ModelText.Compile(ward), 1);
    }

    [Test]
    public void Everything_that_a_stage_says_is_taken_apart_by_the_short_path_or_follows_from_it()
    {
        // What stands among the parameters of a stage does not compile until the path has decided on it; so nothing may stand beside them.
        var parameters = typeof(StageModel).GetConstructors().Single().GetParameters().Select(parameter => parameter.Name);
        var settable = typeof(StageModel).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);
        Assert.That(settable, Is.EquivalentTo(parameters));
    }
}
