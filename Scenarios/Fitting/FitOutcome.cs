namespace FlowSim.Scenarios.Fitting;

/// <summary>What a fit found.</summary>
public sealed class FitOutcome
{
    /// <summary>From so many standard deviations on a figure is missed.</summary>
    public const double Limit = RulingOut.Limit;

    private readonly FitSystem system;
    private readonly IReadOnlyList<PointRun> members;
    private readonly ChanceVariance chance;
    private readonly List<(PointRun Run, double[] Each)> points;

    /// <summary>Of each point, by its last run.</summary>
    private readonly List<double[]> last;

    internal FitOutcome(FitSystem system, RunLog log, IReadOnlyList<PointRun> members, string more)
    {
        this.system = system;
        this.members = members;
        More = more;
        chance = log.Chance();
        points = [.. log.Runs.Where(run => run.IsOfWave).Select(run => (run, chance.Implausibilities(run, system.Targets)))];
        Described = log.Runs[0];
        last = [.. log.Runs.Where(run => !run.IsDescribed).GroupBy(run => run.Number).Select(runs => runs.MaxBy(run => run.IsAgain)!)
            .Select(run => chance.Implausibilities(run, system.Targets))];
    }

    /// <summary>Points run.</summary>
    public int Points => points.Count;

    /// <summary>Points that could not be run to their end.</summary>
    public int Failed => points.Count(point => point.Run.Failure.Length > 0);

    /// <summary>Points not ruled out.</summary>
    public int Members => members.Count;

    /// <summary>1: the largest implausibility of a point counts; 2: the second largest.</summary>
    public int Rank => RulingOut.Rank(system.Targets.Count);

    /// <summary>What more time would do, in words.</summary>
    public string More { get; }

    /// <summary>The free inputs with what is left of their ranges.</summary>
    public IReadOnlyList<FittedInput> Inputs => [.. system.Inputs.Select(Fitted)];

    /// <summary>The figures with how near the model comes.</summary>
    public IReadOnlyList<FittedTarget> Targets => [.. system.Targets.Select(Fitted)];

    internal PointRun Described { get; }

    /// <summary>Not ruled out, the central one first.</summary>
    internal IReadOnlyList<PointRun> MemberRuns => members;

    internal double[] Implausibilities(PointRun run) => chance.Implausibilities(run, system.Targets);

    /// <summary>What the least implausible of all points misses: indices into <see cref="Targets"/>, and how far it is off.</summary>
    public IReadOnlyList<(int Target, double Off)> NearestMisses()
    {
        var nearest = last.MinBy(each => RulingOut.Of(each)) ?? [];
        return [.. nearest.Select((off, target) => (target, off)).Where(one => RulingOut.IsRuledOut(one.off)).OrderByDescending(one => one.off)];
    }

    /// <summary>Pairs of figures each of which some points reach and no point reaches both, as indices into <see cref="Targets"/>.</summary>
    public IReadOnlyList<(int One, int Other)> Conflicts()
    {
        var reached = Enumerable.Range(0, system.Targets.Count).Where(target => points.Exists(point => Reaches(point.Each, target))).ToList();
        return
        [
            .. reached.SelectMany(one => reached.Where(other => other > one).Select(other => (one, other)))
                .Where(pair => !points.Exists(point => Reaches(point.Each, pair.one) && Reaches(point.Each, pair.other))),
        ];
    }

    private static bool Reaches(double[] each, int target) => each[target] < RulingOut.Limit;

    private FittedInput Fitted(FreeInput input, int index)
    {
        double[] places = [.. members.Select(member => member.Places[index])];
        return new FittedInput
        {
            Name = input.Name,
            Title = input.Title,
            Verb = input.Range.Verb,
            Low = input.At(0),
            High = input.At(1),
            Lowest = places.Length == 0 ? "" : input.At(places.Min()),
            Highest = places.Length == 0 ? "" : input.At(places.Max()),
            Central = places.Length == 0 ? "" : input.At(places[0]),
            ShareLeft = places.Length == 0 ? 0 : places.Max() - places.Min(),
        };
    }

    private FittedTarget Fitted(FitTarget target, int index)
    {
        var central = members.Count == 0 ? null : members[0];
        var nearest = points.MinBy(point => point.Each[index]);
        return new FittedTarget
        {
            Measure = target.Observation.Measure.Id,
            Place = target.Observation.Place,
            Group = target.Observation.Group,
            Period = target.Observation.Period.Text,
            Unit = target.Observation.Measure.Unit,
            Observed = target.Observed,
            Described = Described.Means[index],
            DescribedImplausibility = chance.Implausibilities(Described, system.Targets)[index],
            Central = central?.Means[index] ?? double.NaN,
            CentralImplausibility = central is null ? double.NaN : chance.Implausibilities(central, system.Targets)[index],
            RulesOut = points.Count == 0 ? 0 : points.Count(point => !Reaches(point.Each, index)) / (double)points.Count,
            Nearest = nearest.Run?.Means[index] ?? double.NaN,
            NearestImplausibility = nearest.Run is null ? double.NaN : nearest.Each[index],
        };
    }
}

/// <summary>A free input and what is left of it.</summary>
public sealed record FittedInput
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary><c>set</c>, <c>scale</c> or <c>add</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>The range before.</summary>
    public required string Low { get; init; }

    public required string High { get; init; }

    /// <summary>The lowest of the members; empty where there is none.</summary>
    public required string Lowest { get; init; }

    public required string Highest { get; init; }

    /// <summary>Of the central member.</summary>
    public required string Central { get; init; }

    /// <summary>From the lowest to the highest member, of the range before [fraction].</summary>
    public required double ShareLeft { get; init; }
}

/// <summary>A figure and how near the model comes. An implausibility is a distance in standard deviations of all that is uncertain.</summary>
public sealed record FittedTarget
{
    public required string Measure { get; init; }

    public required string Place { get; init; }

    public required string Group { get; init; }

    public required string Period { get; init; }

    public required string Unit { get; init; }

    public required double Observed { get; init; }

    /// <summary>Of the system as it is described.</summary>
    public required double Described { get; init; }

    public required double DescribedImplausibility { get; init; }

    /// <summary>Of the central member; NaN where there is none.</summary>
    public required double Central { get; init; }

    public required double CentralImplausibility { get; init; }

    /// <summary>Share of all points run that it would rule out alone [fraction].</summary>
    public required double RulesOut { get; init; }

    /// <summary>The nearest that any point came.</summary>
    public required double Nearest { get; init; }

    public required double NearestImplausibility { get; init; }

    /// <summary>True where some point comes near enough.</summary>
    public bool IsReached => NearestImplausibility < RulingOut.Limit;
}
