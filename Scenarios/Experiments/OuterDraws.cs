using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// The outer loop of an experiment: draws of what is not known, with one replication each. Every scenario of a draw has the same member of the calibrated
/// set, the same amount of each input, and the same patients with the same random numbers. Between the ends of a range everything is equally likely; members
/// and places in the ranges are spread evenly over the draws (see <see cref="LatinHypercube"/>).
/// </summary>
public sealed class OuterDraws
{
    /// <summary>Draws unless another number is asked for.</summary>
    public const int Default = 20;

    /// <summary>
    /// Draws that are spread evenly together [draws]: as many as the default adds to the ordinary replications. More draws are more of these, so those of
    /// a smaller number are the first of a larger one.
    /// </summary>
    private const int Block = 14;

    /// <summary>
    /// The same for draws that have several runs each: blocks are independent, so that standard errors can be had between them, and there are ten of them in
    /// as few as a hundred draws.
    /// </summary>
    public const int NestedBlock = 10;

    /// <summary>What the random numbers of one run of a draw are from those of the next [numbers]; no draw has so high a number.</summary>
    private const int NextRun = ExperimentPlan.MostReplications;

    private readonly SystemFiles files;
    private readonly RunOverrides overrides;
    private readonly DrawSource source;

    private OuterDraws(SystemFiles files, RunOverrides overrides, DrawSource source, int central, IReadOnlyList<OuterDraw> draws)
    {
        this.files = files;
        this.overrides = overrides;
        this.source = source;
        Central = central;
        Draws = draws;
        Described = [.. Enumerable.Range(1, central).SelectMany(source.Described)];
    }

    /// <summary>Replications that are draws too: the first of the ordinary ones, with everything as it is described.</summary>
    public int Central { get; }

    /// <summary>The draws that are not, in order.</summary>
    public IReadOnlyList<OuterDraw> Draws { get; }

    /// <summary>True where the baseline's own inputs vary.</summary>
    public bool HasCalibratedSet => source.Set is not null;

    /// <summary>Ids of the measures of which each draw's value is kept.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>Number of the first draw that is not a replication too.</summary>
    private int FirstDrawn { get; init; }

    /// <summary>The inputs as described, in the first draws.</summary>
    internal IReadOnlyList<DrawnInput> Described { get; }

    /// <summary>The draws for some scenarios; null where nothing varies, or, with problems said, where two things contradict each other.</summary>
    /// <param name="files">The system.</param>
    /// <param name="overrides">As for the ordinary replications.</param>
    /// <param name="scenarios">Ids of the scenarios; the baseline may be among them.</param>
    /// <param name="sizes">Draws in all, and ordinary replications.</param>
    /// <param name="seed">Of the experiment.</param>
    /// <param name="measures">Ids of the measures of which each draw's value is kept.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="pricesVary">Prices have ranges: draws are worth while for them alone.</param>
    public static OuterDraws? Of(SystemFiles files, RunOverrides overrides, IReadOnlyList<string> scenarios, (int Draws, int Replications) sizes, ulong seed,
        IReadOnlyList<string> measures, ProblemList problems, bool pricesVary = false)
    {
        var set = CalibratedSetReader.Of(files, problems);
        if (ScenarioInputs.Of(files, scenarios, problems) is not { } inputs || problems.HasErrors || (set is null && inputs.Inputs.Count == 0 && !pricesVary))
        {
            return null;
        }

        // All are at the centre: of more than three in ten the quantiles would say more of chance than of what is not known.
        var central = Math.Min(sizes.Replications, sizes.Draws * 3 / 10);
        var source = new DrawSource(seed, Block) { Set = set, Inputs = inputs };
        var first = sizes.Replications + 1;
        var drawn = Enumerable.Range(first, sizes.Draws - central).Select(number => source.Draw(number - first, number, number)).ToList();
        return new OuterDraws(files, overrides, source, central, drawn) { Measures = measures, FirstDrawn = first };
    }

    /// <summary>
    /// Draws with several runs each, all of them drawn. The random numbers of a run follow from the numbers of its draw and of the run within it, so that more
    /// draws, or more runs of each, leave the others as they are.
    /// </summary>
    /// <param name="files">The system.</param>
    /// <param name="overrides">As for any run.</param>
    /// <param name="scenarios">Ids of the scenarios; the baseline may be among them.</param>
    /// <param name="sizes">Draws, and runs of each.</param>
    /// <param name="seed">Of the experiment.</param>
    /// <param name="measures">Ids of the measures of which values are kept.</param>
    /// <param name="numbersBeside">Given the calibrated set, which numbers of the baseline are drawn from their ranges.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Null with problems said where two things contradict each other.</returns>
    internal static OuterDraws? Nested(SystemFiles files, RunOverrides overrides, IReadOnlyList<string> scenarios, (int Draws, int Inner) sizes, ulong seed,
        IReadOnlyList<string> measures, Func<CalibratedSet?, IReadOnlyList<RangedNumber>> numbersBeside, ProblemList problems)
    {
        var set = CalibratedSetReader.Of(files, problems);
        if (ScenarioInputs.Of(files, scenarios, problems) is not { } inputs || problems.HasErrors)
        {
            return null;
        }

        var source = new DrawSource(seed, NestedBlock) { Set = set, Inputs = inputs, Numbers = numbersBeside(set) };
        var runs = new List<OuterDraw>(sizes.Draws * sizes.Inner);
        for (var index = 0; index < sizes.Draws; index++)
        {
            var drawn = source.Draw(index, index + 1, index + 1);
            runs.AddRange(Enumerable.Range(0, sizes.Inner).Select(run => new OuterDraw
            {
                Number = drawn.Number + (run * NextRun),
                Draw = drawn.Draw,
                Replication = run + 1,
                Values = drawn.Values,
                Where = drawn.Where,
                Amounts = drawn.Amounts,
                Inputs = drawn.Inputs,
            }));
        }

        return new OuterDraws(files, overrides, source, 0, runs) { Measures = measures, FirstDrawn = 1 };
    }

    /// <summary>True where something of the baseline or of a scenario is drawn; else prices are all that may be.</summary>
    internal bool DrawsInputs => source.Set is { Members.Count: > 1 } || source.Inputs.Inputs.Count > 0 || source.Numbers.Count > 0;

    /// <summary>Where in its range a further input is in a draw, such as a price; NaN in the draws that have everything as it is described.</summary>
    /// <param name="input">Its name, which its places follow from.</param>
    /// <param name="number">Number of the draw.</param>
    internal double PlaceOf(string input, int number) => number < FirstDrawn ? double.NaN : source.Place(input, (number - FirstDrawn) % NextRun);

    /// <summary>The plan of a draw; null if its values make no valid system, and then why.</summary>
    internal ExperimentPlan? Compile(OuterDraw draw, ExperimentPlan plan, out string why)
    {
        var problems = new ProblemList { Sources = files.Sources };
        var isDescribed = draw.Values.Count == 0;
        var changed = isDescribed ? files : InputSetting.Put(files, draw.Values, draw.Where, problems);
        var builder = changed is null ? null : new TimelineBuilder(ScenarioInputs.At(changed, draw.Amounts), overrides, problems);
        var baseline = builder is null ? null : isDescribed ? plan.Baseline : builder.Baseline();
        var scenarios = baseline is null ? [] : plan.Scenarios.Select(scenario => (scenario, Timeline: Compile(scenario, builder!, baseline, draw))).ToList();
        var failed = problems.HasErrors || baseline is null || scenarios.Exists(one => one.Timeline is null);
        var told = problems.Told.FirstOrDefault(group => group.First.Severity == Severity.Error)?.First;
        why = !failed ? "" : told is null ? "its values make no valid system" : $"its values make no valid system: {told.Path}: expected {told.Expected}, received {told.Received}";
        return failed ? null : new ExperimentPlan
        {
            Baseline = baseline!,
            Scenarios = scenarios.ConvertAll(one => one.scenario with { Timeline = one.Timeline! }),
            Replications = plan.Replications,
            YearsBeforeBranch = plan.YearsBeforeBranch,
            Seed = plan.Seed,
            Threads = plan.Threads,
            Paranoid = plan.Paranoid,
            SpinUps = isDescribed ? plan.SpinUps : plan.SpinUps?.For(changed!, overrides),
            Keeps = plan.Keeps,
            MostNumberOfDemands = plan.MostNumberOfDemands,
            Cancel = plan.Cancel,
            Progress = plan.Progress,
        };
    }

    private static SystemTimeline? Compile(PlannedScenario scenario, TimelineBuilder builder, SystemTimeline baseline, OuterDraw draw) =>
        scenario.Id == ExperimentPlan.BaselineId ? baseline
        : draw.Values.Count == 0 && !draw.Inputs.Any(input => input.Scenario == scenario.Id) ? scenario.Timeline
        : builder.Scenario(scenario.Id, baseline.First.Run);
}
