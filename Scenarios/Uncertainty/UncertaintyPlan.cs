using FlowSim.Scenarios.Claims;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Sweeps;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>Draws of everything that is not known, with several runs each, of the baseline and the scenarios alike.</summary>
public sealed class UncertaintyPlan
{
    /// <summary>From one run of a draw chance and what is not known cannot be told apart [runs].</summary>
    public const int LeastInner = 2;

    /// <summary>Whole wards are given up by what the first runs of these draws ask of beds, all of them together [draws].</summary>
    private const int DrawsWithDemand = 20;

    private UncertaintyPlan(ExperimentPlan experiment, int draws, int inner, IReadOnlyList<string> numbers)
    {
        Experiment = experiment;
        Draws = draws;
        Inner = inner;
        Numbers = numbers;
    }

    /// <summary>What is run: no replications, and each run of each draw.</summary>
    public ExperimentPlan Experiment { get; }

    /// <summary>Draws [draws].</summary>
    public int Draws { get; }

    /// <summary>Runs of each [runs].</summary>
    public int Inner { get; }

    /// <summary>Paths of the numbers of the baseline that are drawn from their ranges.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>True where the system has a calibrated set, of which members are drawn.</summary>
    public bool HasCalibratedSet => Experiment.Outer!.HasCalibratedSet;

    /// <summary>Ids of the measures of the headline.</summary>
    public IReadOnlyList<string> Measures => Experiment.Outer!.Measures;

    /// <summary>Claims and prices as the system has them.</summary>
    internal PlanClaims Claims { get; private init; } = null!;

    internal PriceBook? Prices { get; private init; }

    /// <summary>The plan; null with problems said where something is wrong, or where nothing is uncertain.</summary>
    /// <param name="files">The system.</param>
    /// <param name="overrides">As the command line says.</param>
    /// <param name="compiled">The scenarios, ready to run.</param>
    /// <param name="sizes">Draws, runs of each, and whether numbers with a range are drawn beside a calibrated set.</param>
    /// <param name="measures">Ids of the headline.</param>
    /// <param name="beside">What the system claims, and its prices.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static UncertaintyPlan? Of(SystemFiles files, RunOverrides overrides, ExperimentPlan compiled, UncertaintySizes sizes,
        IReadOnlyList<string> measures, (PlanClaims Claims, PriceBook? Prices) beside, ProblemList problems)
    {
        var numbers = new List<RangedNumber>();
        string[] scenarios = [.. compiled.Scenarios.Select(scenario => scenario.Id)];
        var (claims, prices) = beside;
        HashSet<string> kept = [.. measures, .. claims.All.Select(claim => claim.Subject), .. prices?.Costs.Select(cost => cost.Quantity.Measure) ?? []];
        var draws = OuterDraws.Nested(files, overrides with { OnlyMeasures = kept }, scenarios, (sizes.Draws, sizes.Inner), compiled.Seed, measures,
            set =>
            {
                numbers.AddRange(set is null || sizes.DrawsRanges ? NumbersOf(files, set, problems) : []);
                return numbers;
            }, problems);
        if (draws is null || problems.HasErrors || !(draws.DrawsInputs || prices is { Varies: true }))
        {
            return null;
        }

        var months = claims.All.Where(claim => claim.Form == ClaimForm.EveryMonth).Select(claim => claim.Subject).ToHashSet(StringComparer.Ordinal);
        var experiment = compiled with
        {
            Replications = 0,
            Precision = null,
            SpinUpMeasures = [],
            SpinUps = null,
            Outer = draws,
            MostNumberOfDemands = DrawsWithDemand,
            Keeps = key => kept.Contains(key.Measure) && (key.Period == Periods.All || Periods.IsYear(key.Period) || months.Contains(key.Measure)),
        };
        return new UncertaintyPlan(experiment, sizes.Draws, sizes.Inner, numbers.ConvertAll(number => number.Path)) { Claims = claims, Prices = prices };
    }

    /// <summary>The numbers of the baseline that come with a range, but those that the calibrated set says together.</summary>
    private static IEnumerable<RangedNumber> NumbersOf(SystemFiles files, CalibratedSet? set, ProblemList problems)
    {
        if (SystemNumbers.Of(files, ExperimentPlan.BaselineId, problems) is not { } numbers)
        {
            return [];
        }

        string[] known = [.. set?.Members[0].Values.Select(value => value.Path) ?? []];
        var where = numbers.GroupBy(number => number.Path).ToDictionary(group => group.Key, group => group.First().Where);
        var (factors, left) = RangedFactors.Of(files, numbers);
        foreach (var (path, why) in left)
        {
            problems.Warning(where[path], path, "a range that can be drawn from", "one that cannot",
                $"It stays as described, so what is not known is too little: {why}.");
        }

        SourceLocation At(string path) => where.GetValueOrDefault(path, numbers[0].Where);
        return factors.Where(factor => !factor.At(0).Any(value => Array.Exists(known, path => AreOne(path, value.Path))))
            .Select(factor => new RangedNumber(factor.Name, At(factor.Name), place => [.. factor.At(place)], factor.OperandAt));
    }

    /// <summary>True where one path lies within the other.</summary>
    private static bool AreOne(string path, string other) => IsWithin(path, other) || IsWithin(other, path);

    private static bool IsWithin(string path, string other) =>
        path.StartsWith(other, StringComparison.Ordinal) && (path.Length == other.Length || path[other.Length] is '.' or '[' or '@');
}

/// <summary>How much is drawn and run.</summary>
/// <param name="Draws">Draws [draws].</param>
/// <param name="Inner">Runs of each [runs].</param>
/// <param name="DrawsRanges">Beside a calibrated set numbers of the baseline with a range are drawn too.</param>
public sealed record UncertaintySizes(int Draws, int Inner, bool DrawsRanges);
