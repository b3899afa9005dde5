using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>What a sweep runs: points, each as a scenario that changes the factors from the branch on, with the same patients and random numbers.</summary>
public sealed class SweepPlan
{
    private const string Id = "design";

    /// <summary>The system.</summary>
    public required SystemFiles Files { get; init; }

    /// <summary>As the command line says.</summary>
    public required RunOverrides Overrides { get; init; }

    /// <summary>The system as described.</summary>
    public required SystemTimeline Baseline { get; init; }

    /// <summary>The scenario that the points are added to; empty: the system as described.</summary>
    public string On { get; init; } = "";

    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>Where it looks; that of number 0, if it is among them, is the system as described.</summary>
    public required IReadOnlyList<DesignPoint> Points { get; init; }

    /// <summary>Ids of the measures that are kept.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    public ulong Seed { get; init; } = ExperimentPlan.DefaultSeed;

    /// <summary>Runs at the same time [1 or more].</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where spin-ups are kept between commands; null: nowhere.</summary>
    public SpinUpStore? SpinUps { get; init; }

    /// <summary>The measures of which an experiment of this system would record the years of its spin-up: so one that it kept is found.</summary>
    public IReadOnlyList<string> SpinUpMeasures { get; init; } = [];

    public CancellationToken Cancel { get; init; }

    public ExperimentProgress Progress { get; init; } = new();

    /// <summary>Runs of points, and of spin-ups.</summary>
    public (int Points, int SpinUps) Runs =>
        (Points.Sum(point => point.Replications.Count), HasSpinUp ? Points.SelectMany(point => point.Replications).Distinct().Count() : 0);

    /// <summary>The system as described, as an experiment: what spin-ups are of.</summary>
    internal ExperimentPlan Described => new()
    {
        Baseline = Baseline,
        Scenarios = [],
        Replications = 1,
        SpinUpMeasures = SpinUpMeasures,
        Seed = Seed,
        SpinUps = SpinUps,
        Cancel = Cancel,
    };

    /// <summary>True when points branch from a common spin-up.</summary>
    public bool HasSpinUp => Baseline.First.Run.Branch > Baseline.First.Run.Start;

    /// <summary>What is wrong with some points: to be known before anything is run. Of several the first that is wrong is told.</summary>
    /// <param name="points">Those that are tried.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public void Check(IEnumerable<DesignPoint> points, ProblemList problems)
    {
        foreach (var point in points.TakeWhile(_ => !problems.HasErrors))
        {
            Compile(point, problems);
        }
    }

    /// <summary>A point ready to run; null with problems said where it makes no valid system.</summary>
    internal SystemTimeline? Compile(DesignPoint point, ProblemList problems)
    {
        if (point.Number == DesignPoint.AsDescribed && On.Length == 0)
        {
            return Baseline;
        }

        var where = new SourceLocation("--factor", 0, 0);
        var scenarios = new Dictionary<string, MapNode>(Files.Scenarios, StringComparer.Ordinal)
        {
            [Id] = ChangeScenario.Of(Id, On, point.Changes(Factors), where),
        };

        // The baseline has all measures, as in every command that shares its spin-ups.
        var overrides = Overrides with { OnlyMeasures = Measures };
        var timeline = new TimelineBuilder(Files.WithScenarios(scenarios), overrides, problems).Scenario(Id, Baseline.First.Run);
        return problems.HasErrors ? null : timeline;
    }
}
