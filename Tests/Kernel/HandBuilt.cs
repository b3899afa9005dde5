using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Tests.Kernel;

/// <summary>Compiled systems written by hand, for tests of the kernel alone.</summary>
internal static class HandBuilt
{
    public static TimeRule Time(Distribution distribution) => new()
    {
        Lookup = Lookup.Single,
        Specs = [new TimeSpec { Kind = TimeKind.Drawn, Distribution = distribution }],
    };

    public static Routing To(int target) => new() { Branches = [], IsFixed = true, FixedTarget = target };

    public static PoolModel Pool(string name, int capacity, PoolKind kind = PoolKind.Staff) => new()
    {
        Name = name,
        Template = name,
        Kind = kind,
        Capacity = Timetable.Constant(capacity),
    };

    public static StreamModel Stream(string name, int target, double perHour) => new()
    {
        Name = name,
        Template = name,
        KeyHash = StableHash.Of(name),
        To = target,
        Rate = new RateModel { PerHour = Timetable.Constant(perHour), DayFactor = [1], Linear = false },
    };

    public static RunPlan Run(int warmUpDays, int days) => new()
    {
        FirstDay = new DateOnly(2001, 1, 1),
        Start = 0,
        Branch = 0,
        MeasureFrom = warmUpDays * SimTime.Day,
        End = (warmUpDays + days) * SimTime.Day,
        HasDates = false,
        Replications = 1,
        BeginsEmpty = true,
        PatientLimit = 200_000,
    };

    public static SystemModel System(RunPlan run, PoolModel[] pools, StreamModel[] streams, StageModel[] stages, Target[] targets, Bundle[] bundles) => new()
    {
        Name = "hand-built",
        Run = run,
        Stages = stages,
        StageTemplates = [.. stages.Select(stage => stage.Name)],
        Pools = pools,
        Streams = streams,
        Attributes = [],
        Clocks = [],
        Exits = ["leave"],
        Targets = targets,
        Bundles = bundles,
        Delays = [],
        Dimensions = [],
        Measures = new MeasurePlan { Quantities = [], Measures = [], Distributions = [], Timelines = [] },
        LowestRank = 1,
    };

    /// <summary>A stage, the only one, of which nothing else is said.</summary>
    public static StageModel Stage(string name, Bundle[] staff, TimeRule time, Routing then) => new(
        Name: name,
        Template: 0,
        KeyHash: StableHash.Of(name),
        EachDimension: -1,
        Instance: -1,
        Own: [],
        Adds: [],
        Sets: [],
        Clocks: [],
        ClockMask: 0,
        PlaceMode: PlaceMode.None,
        Place: [],
        Keep: null,
        MovesBack: null,
        Delayed: null,
        Staff: staff,
        Priority: PriorityRule.Default,
        GivesUp: [],
        Time: time,
        Then: then,
        Diversions: [],
        StartsWith: []);

    /// <summary>M/M/c: exponential stays of mean <paramref name="serviceHours"/>.</summary>
    public static SystemModel Mmc(int servers, double perHour, double serviceHours, RunPlan run)
    {
        var bundle = new Bundle { Id = 0, Items = [new PoolAmount(new PoolRef { Pool = 0 }, 1)] };
        var stage = Stage("service", [bundle], Time(Exponential.Of(serviceHours * SimTime.Hour)), To(1));
        return System(
            run,
            [Pool("server", servers)],
            [Stream("arrivals", 0, perHour)],
            [stage],
            [new Target { Name = "service", Stage = 0 }, new Target { Name = "leave", Exit = 0 }],
            [bundle]);
    }
}
