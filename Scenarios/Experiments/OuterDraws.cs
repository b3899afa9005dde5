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

    private readonly SystemFiles files;
    private readonly RunOverrides overrides;

    private OuterDraws(SystemFiles files, RunOverrides overrides, int central, bool hasSet, IReadOnlyList<OuterDraw> draws,
        IReadOnlyList<DrawnInput> described)
    {
        this.files = files;
        this.overrides = overrides;
        Central = central;
        HasCalibratedSet = hasSet;
        Draws = draws;
        Described = described;
    }

    /// <summary>Replications that are draws too: the first of the ordinary ones, with everything as it is described.</summary>
    public int Central { get; }

    /// <summary>The draws that are not, in order.</summary>
    public IReadOnlyList<OuterDraw> Draws { get; }

    /// <summary>True where the baseline's own inputs vary.</summary>
    public bool HasCalibratedSet { get; }

    /// <summary>Ids of the measures of which each draw's value is kept.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    private ulong Seed { get; init; }

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
        var drawn = Enumerable.Range(0, sizes.Draws - central).Select(index => Draw(set, inputs, seed, index, sizes.Replications + 1 + index)).ToList();
        var described = Enumerable.Range(1, central).SelectMany(number => Listed(number, set?.Members.First(member => member.IsCentral), double.NaN, inputs,
            [.. inputs.Inputs.Select(input => (input.Stated, double.NaN))])).ToList();
        return new OuterDraws(files, overrides, central, set is not null, drawn, described)
        {
            Measures = measures,
            Seed = seed,
            FirstDrawn = sizes.Replications + 1,
        };
    }

    /// <summary>Where in its range a further input is in a draw, such as a price; NaN in the draws that have everything as it is described.</summary>
    /// <param name="input">Its name, which its places follow from.</param>
    /// <param name="number">Number of the draw.</param>
    internal double PlaceOf(string input, int number) => number < FirstDrawn ? double.NaN : Place(Seed, input, number - FirstDrawn);

    /// <summary>The plan of a draw; null if its values make no valid system, and then why.</summary>
    internal ExperimentPlan? Compile(OuterDraw draw, ExperimentPlan plan, out string why)
    {
        var problems = new ProblemList { Sources = files.Sources };
        var changed = draw.Member is { } member ? InputSetting.Put(files, member.Values, member.Where, problems) : files;
        var builder = changed is null ? null : new TimelineBuilder(ScenarioInputs.At(changed, draw.Amounts), overrides, problems);
        var baseline = builder is null ? null : draw.Member is null ? plan.Baseline : builder.Baseline();
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
            SpinUps = draw.Member is null ? plan.SpinUps : plan.SpinUps?.For(changed!, overrides),
            Cancel = plan.Cancel,
            Progress = plan.Progress,
        };
    }

    private static SystemTimeline? Compile(PlannedScenario scenario, TimelineBuilder builder, SystemTimeline baseline, OuterDraw draw) =>
        scenario.Id == ExperimentPlan.BaselineId ? baseline
        : draw.Member is null && !draw.Inputs.Any(input => input.Scenario == scenario.Id) ? scenario.Timeline
        : builder.Scenario(scenario.Id, baseline.First.Run);

    private static OuterDraw Draw(CalibratedSet? set, ScenarioInputs inputs, ulong seed, int index, int number)
    {
        var at = set is null ? double.NaN : Place(seed, CalibratedSet.MemberInput, index);
        var member = set?.At(at);
        var amounts = inputs.Inputs.Select(input => (Input: input, U: Place(seed, input.Key, index)))
            .Select(one => (one.Input, Amount: one.Input.At(one.U), one.U)).ToList();
        return new OuterDraw
        {
            Number = number,
            Member = member,
            Amounts = amounts.ConvertAll(one => (one.Input, one.Amount)),
            Inputs = [.. Listed(number, member, at, inputs, amounts.ConvertAll(one => (one.Amount, one.U)))],
        };
    }

    private static double Place(ulong seed, string input, int index) => LatinHypercube.Column(seed, input, index / Block, Block)[index % Block];

    private static IEnumerable<DrawnInput> Listed(int number, CalibratedMember? member, double at, ScenarioInputs inputs,
        List<(string Amount, double U)> amounts)
    {
        if (member is not null)
        {
            yield return Input(ExperimentPlan.BaselineId, CalibratedSet.MemberInput, "", FormattableString.Invariant($"{member.Number}"), at);
        }

        foreach (var value in member?.Values ?? [])
        {
            yield return Input(ExperimentPlan.BaselineId, value.Name, "", value.Operand, double.NaN);
        }

        foreach (var scenario in inputs.Parts.Keys)
        {
            for (var i = 0; i < inputs.Inputs.Count; i++)
            {
                if (inputs.ActsOn(inputs.Inputs[i], scenario))
                {
                    yield return Input(scenario, inputs.Inputs[i].Name, inputs.Inputs[i].Reason, amounts[i].Amount, amounts[i].U);
                }
            }
        }

        DrawnInput Input(string scenario, string input, string reason, string value, double u) =>
            new() { Draw = number, Scenario = scenario, Input = input, Reason = reason, Value = value, U = u };
    }
}
