using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>What is run: scenarios, how often, with which random numbers. All scenarios get the same patients (common random numbers).</summary>
public sealed record ExperimentPlan
{
    /// <summary>Id of the system as described, without changes.</summary>
    public const string BaselineId = ScenarioInfo.BaselineId;

    /// <summary>Seed when the user names none: 1 April 2017, the day on which the first system's scenarios branch, as a number.</summary>
    public const ulong DefaultSeed = 20170401;

    /// <summary>More independent runs make no interval narrower that anybody reads.</summary>
    public const int MostReplications = Language.SystemKeys.MostReplications;

    /// <summary>The system without changes; a spin-up runs under it, whichever scenarios are reported.</summary>
    public required SystemTimeline Baseline { get; init; }

    /// <summary>The scenarios to report, in the order of tables and files. If the baseline is among them the others are compared with it.</summary>
    public required IReadOnlyList<PlannedScenario> Scenarios { get; init; }

    /// <summary>
    /// Independent runs of every scenario; with a precision asked for, so many at most [1 or more; 0 where draws of what is not known are all that is run].
    /// </summary>
    public required int Replications { get; init; }

    /// <summary>How precise the means are to be, which settles the number of replications; null: that is fixed.</summary>
    public PrecisionGoal? Precision { get; init; }

    /// <summary>Ids of the measures whose change over the last two years of the spin-up is recorded; none: nothing is.</summary>
    public IReadOnlyList<string> SpinUpMeasures { get; init; } = [];

    /// <summary>Calendar years before the branch that are reported for the baseline [1 or more]; the run has to have them.</summary>
    public int YearsBeforeBranch { get; init; } = 1;

    /// <summary>Draws of what is not known, run after the replications; null: none are.</summary>
    public OuterDraws? Outer { get; init; }

    /// <summary>Of which replications every step of every patient is kept; null: of none. No number changes.</summary>
    public TracePlan? Trace { get; init; }

    /// <summary>Replications and draws.</summary>
    public int Runs => Replications + (Outer?.Draws.Count ?? 0);

    /// <summary>Keep what values were divided by, so that those of several months or places can be put together.</summary>
    public bool KeepsBases { get; init; }

    /// <summary>Which values are kept, and then no series and flows; null: everything is. Spin-ups are not kept between commands then.</summary>
    internal Predicate<ResultKey>? Keeps { get; init; }

    /// <summary>Runs with a higher number do not keep what was asked of beds, which is looked at for all runs together and fills the memory.</summary>
    internal int MostNumberOfDemands { get; init; } = int.MaxValue;

    public ulong Seed { get; init; } = DefaultSeed;

    /// <summary>Replications run at the same time [1 or more].</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where spin-ups are kept between commands; null: nowhere.</summary>
    public SpinUpStore? SpinUps { get; init; }

    /// <summary>Check the engine's own state after every instant: slow, and no number changes.</summary>
    public bool Paranoid { get; init; }

    /// <summary>When cancelled, every scenario that is finished in a replication is kept.</summary>
    public CancellationToken Cancel { get; init; }

    public ExperimentProgress Progress { get; init; } = new();

    /// <summary>When runs start, branch and end: the same for every scenario.</summary>
    public RunPlan Run => Baseline.First.Run;

    /// <summary>True when scenarios branch from the end of a common spin-up.</summary>
    public bool HasSpinUp => Run.Branch > Run.Start;
}
