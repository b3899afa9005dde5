using System.Diagnostics;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Scenarios.Optimising;

/// <summary>
/// Searches for the design that meets the targets at least cost: greedy steps up from what there is, which draw the curve of the first target against cost;
/// then exchange, with more replications; at the end with all. What it finds is to be run again with other random numbers: the best of many looks better than
/// it is.
/// </summary>
public sealed class Optimiser
{
    private const int FirstSample = 8;

    /// <summary>Wide steps first: so many take a lever from one end to the other, where there are few.</summary>
    private const int WideSteps = 4;

    /// <summary>So many levers are few; of more the steps are twice as wide.</summary>
    private const int FewLevers = 6;

    /// <summary>The curve goes on so far beyond the targets: from where on more costs more than it saves is seen only there.</summary>
    private const int StepsBeyond = 3;

    private const int MostRepairs = 25;
    private const int MostFinalists = 6;

    private readonly Question question;
    private readonly DesignRunner runner;
    private readonly int most;
    private readonly Action<string> tell;
    private readonly List<Design> curve = [];
    private Design? best;
    private Appraisal appraisal = null!;
    private Climb climb = null!;

    /// <param name="question">What is asked.</param>
    /// <param name="most">Replications at the end of the search, and of the runs after it [2 or more].</param>
    /// <param name="seed">Of the search.</param>
    /// <param name="threads">Replications at the same time.</param>
    /// <param name="tell">Is told how it goes on, line by line.</param>
    /// <param name="cancel">Stops it; what was found is told.</param>
    /// <param name="spinUps">Where spin-ups are kept between commands; null: nowhere.</param>
    public Optimiser(Question question, int most, ulong seed, int threads, Action<string> tell, CancellationToken cancel, SpinUpStore? spinUps = null)
    {
        this.question = question;
        this.most = most;
        this.tell = tell;
        runner = new DesignRunner(question, seed, threads, spinUps, cancel) { Ran = run => tell($"  tried {Described(run, run.Count)}") };
    }

    private IReadOnlyList<Lever> Levers => question.Levers;

    private int First => Math.Min(FirstSample, most);

    private int Second => Math.Min(2 * FirstSample, most);

    /// <summary>What was found; as far as it came where it was cancelled.</summary>
    public Optimum Run()
    {
        var (isReachable, finalists) = (true, (IReadOnlyList<Design>)[]);
        try
        {
            (isReachable, finalists) = Search();
        }
        catch (OperationCanceledException)
        {
            return Found(isReachable, [], isCancelled: true);
        }

        return Found(isReachable, finalists, isCancelled: false);
    }

    private Optimum Found(bool isReachable, IReadOnlyList<Design> finalists, bool isCancelled) => new(question, runner, curve, finalists, best)
    {
        IsReachable = isReachable,
        IsCancelled = isCancelled,
        CurveSample = First,
        Tried = runner.Runs.Count,
        Replications = runner.Replications,
    };

    private (bool IsReachable, IReadOnlyList<Design> Finalists) Search()
    {
        appraisal = new Appraisal(question, runner, most, First);
        climb = new Climb(Levers, appraisal);
        var (nearest, furthest) = (Design.Nearest(Levers.Count), Design.Furthest(Levers));
        curve.Add(nearest);
        Tell("as it is", nearest, First);
        var watch = Stopwatch.StartNew();
        Tell("with every lever at its end", furthest, First);
        tell(FormattableString.Invariant(
            $"{Levers.Count} levers; a design takes {watch.Elapsed.TotalSeconds:0.0} s with {First} replications, and {3 * Levers.Count} to {8 * Levers.Count} designs are usual"));
        var isReachable = !Enumerable.Range(0, question.Targets.Count).Any(target =>
            TargetResult.Of(question.Targets[target], [.. runner.Of(furthest, First).Values[target].Take(First)]).IsMissed);
        if (!isReachable)
        {
            tell("not within reach of these levers: what they can do, and at what cost");
        }

        var strides = Strides();
        while (!IsEnough(isReachable) && climb.Next(curve[^1], strides, First) is { } next)
        {
            curve.Add(next);
            Tell("step", next, First);
        }

        return (isReachable, isReachable ? Refined() : Nearest(furthest));
    }

    /// <summary>Steps of each lever at a time.</summary>
    private int[] Strides()
    {
        var steps = Levers.Count <= FewLevers ? WideSteps : WideSteps / 2;
        return [.. Levers.Select(lever => (lever.Steps + steps - 1) / steps)];
    }

    /// <summary>The curve has passed the targets, and the point from which on more costs more than it saves.</summary>
    private bool IsEnough(bool isReachable)
    {
        var met = curve.FindIndex(design => appraisal.IsMet(design, First));
        if (!isReachable || met < 0)
        {
            return false;
        }

        var beyond = curve.Count - 1 - met;
        return beyond >= StepsBeyond || (beyond >= 1 && appraisal.Gains(curve[^1], Basis.Opportunity, First) is { } last
            && appraisal.Gains(curve[^2], Basis.Opportunity, First) is { } before && last.Average() < before.Average());
    }

    private List<Design> Refined()
    {
        var from = curve.Find(design => appraisal.IsMet(design, First));
        if (from is null)
        {
            tell("the targets are met for certain nowhere on the curve");
            return Nearest(Design.Furthest(Levers));
        }

        tell(FormattableString.Invariant($"met on the curve; the same for less, with {Second} replications"));
        var met = Met(from, Second);
        best = Met(new Exchange(Levers, appraisal, climb).Run(met, Halved(Strides()), Second, design => Tell("cheaper", design, Second)), most);
        var others = runner.Runs.Where(run => run.Count >= Second && !run.Design.Equals(best) && appraisal.IsMet(run.Design, Second))
            .Select(run => run.Design).OrderBy(design => design.Cost(Levers)).Take(2);

        // One that is cheaper may do by the runs that are to come, and the best of many looks better than it is: one below and some above stand by.
        var below = runner.Runs.Where(run => run.Count >= Second && run.Design.Cost(Levers) < best.Cost(Levers) && appraisal.MayBeMet(run.Design, Second))
            .Select(run => run.Design).OrderByDescending(design => design.Cost(Levers)).Take(1);
        var above = Above(best, 2);
        return [.. new[] { best }.Concat(below).Concat(others).Concat(above).Distinct().OrderBy(design => design.Cost(Levers)).Take(MostFinalists)];
    }

    /// <summary>The design itself, or one above it that meets the targets with so many replications.</summary>
    private Design Met(Design from, int n)
    {
        var design = from;
        int[] single = [.. Levers.Select(_ => 1)];
        for (var repair = 0; repair < MostRepairs && !appraisal.IsMet(design, n); repair++)
        {
            if (climb.Next(design, single, n) is not { } next)
            {
                break;
            }

            design = next;
            Tell("more of it", design, n);
        }

        return design;
    }

    /// <summary>Steps up by what is known of the levers, without runs.</summary>
    private IEnumerable<Design> Above(Design from, int count)
    {
        var design = from;
        foreach (var lever in Enumerable.Range(0, Levers.Count).Where(lever => climb.PerStep(lever) > 0)
            .OrderByDescending(lever => climb.PerStep(lever) / Math.Max(1, (double)Levers[lever].CostAt(1))).Take(count))
        {
            if (design.Moved(Levers, lever, 1) is { } next)
            {
                design = next;
                yield return design;
            }
        }
    }

    /// <summary>Out of reach: the end of the curve, and every lever at its end.</summary>
    private List<Design> Nearest(Design furthest)
    {
        best = curve.MinBy(design => appraisal.Left(design, First))!;
        return [.. new[] { best, furthest }.Distinct().OrderBy(design => design.Cost(Levers))];
    }

    private static int[] Halved(int[] widths) => [.. widths.Select(width => Math.Max(1, (width + 1) / 2))];

    private void Tell(string what, Design design, int n) => tell(FormattableString.Invariant(
        $"{what}: {Described(runner.Of(design, n), n)} ({runner.Runs.Count} designs, {runner.Replications} runs so far)"));

    private string Described(DesignRun run, int n)
    {
        var reached = question.Targets.Select((target, at) => FormattableString.Invariant(
            $"{target.Key.Measure} {Experiments.Sample.Mean([.. run.Values[at].Take(n)]):0.###} {target.Unit}"));
        var failed = run.Failure.Length > 0 ? $"; {run.Failure}" : "";
        return FormattableString.Invariant($"£{run.Design.Cost(Levers) / 1e6:0.00}m a year, {string.Join(", ", reached)}{failed}");
    }
}
