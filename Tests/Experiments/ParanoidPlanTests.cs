using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Checks;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;
using FlowSim.Tests.Kernel;

namespace FlowSim.Tests.Experiments;

/// <summary>A plan that asks for checks gets them, in the spin-up and in every scenario.</summary>
public sealed class ParanoidPlanTests
{
    [Test]
    public void A_defect_stops_a_paranoid_plan_and_no_other()
    {
        Assert.That(() => ExperimentRunner.Run(Plan(paranoid: false)), Throws.Nothing);
        var found = Assert.Throws<InvariantException>(() => ExperimentRunner.Run(Plan(paranoid: true)))!;
        Assert.That(found.Invariant, Is.EqualTo(Invariant.Clocks));
        Assert.That(found.Message, Does.Contain("replication 1, seed"));
    }

    /// <summary>A model as no compilation makes it: the mask does not name the clock of the stage, so the clock runs where it must not.</summary>
    private static ExperimentPlan Plan(bool paranoid)
    {
        var bundle = new Bundle { Id = 0, Items = [new PoolAmount(new PoolRef { Pool = 0 }, 1)] };
        var stage = HandBuilt.Stage("service", [bundle], HandBuilt.Time(Exponential.Of(SimTime.Hour)), HandBuilt.To(1)) with { Clocks = [new ClockUse(0, -1)] };
        var model = new SystemModel
        {
            Name = "spoilt",
            Run = HandBuilt.Run(1, 10),
            Stages = [stage],
            StageTemplates = ["service"],
            Pools = [HandBuilt.Pool("server", 3)],
            Streams = [HandBuilt.Stream("arrivals", 0, 1)],
            Attributes = [],
            Clocks = ["stay"],
            Exits = ["leave"],
            Targets = [new Target { Name = "service", Stage = 0 }, new Target { Name = "leave", Exit = 0 }],
            Bundles = [bundle],
            Delays = [],
            Dimensions = [],
            Measures = new MeasurePlan { Quantities = [], Measures = [], Distributions = [], Timelines = [] },
            LowestRank = 1,
        };
        var timeline = new SystemTimeline([model], [0]);
        return new ExperimentPlan
        {
            Baseline = timeline,
            Scenarios = [new PlannedScenario(ExperimentPlan.BaselineId, "As it is", timeline)],
            Replications = 1,
            Threads = 1,
            Paranoid = paranoid,
        };
    }
}
