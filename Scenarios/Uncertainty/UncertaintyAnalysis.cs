using FlowSim.Scenarios.Claims;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>What draws with several runs each say of what is not known.</summary>
public sealed class UncertaintyAnalysis
{
    private readonly UncertaintyPlan plan;
    private readonly DrawnRuns runs;
    private readonly Ledger? ledger;
    private readonly IReadOnlyList<DrawnInput> drawn;

    /// <param name="plan">What was to be run.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="measures">What the measures are, with their targets.</param>
    public UncertaintyAnalysis(UncertaintyPlan plan, ExperimentResult result, IReadOnlyList<MeasureFacts> measures)
    {
        this.plan = plan;
        var claimed = plan.Claims.All.Select(claim => claim.Subject).Concat(plan.Measures).ToHashSet(StringComparer.Ordinal);
        runs = new DrawnRuns(plan, result, claimed.Contains);
        LeftOut = result.Outer!.LeftOut;
        Whole = runs.Whole.Count(whole => whole);
        ledger = plan.Prices is { } prices && result.Scenarios.Count > 1 && result.Baseline is not null && runs.Count > 0
            ? Ledger.Of(prices, plan.Experiment, runs.AsReplications) : null;
        drawn = [.. plan.Experiment.Outer!.Draws.Where(run => run.Replication == 1).SelectMany(run => run.Inputs), .. DrawnPrices()];
        Shown = runs.Count == 0 ? Periods.All : Periods.Shown(runs.TableOf(plan.Experiment.Scenarios[^1].Id).Rows.Select(row => row.Key.Period),
            Periods.EndsWithYear(plan.Experiment.Run));
        var (variances, influences) = (new List<UncertaintyRow>(), new List<InfluenceRow>());
        foreach (var subject in Whole < 2 ? [] : Subjects())
        {
            // One after the other: the values of all of them would fill the memory.
            variances.AddRange(RowOf(subject) is { } row ? [row] : []);
            influences.AddRange(IsShown(subject) ? InfluencesOn(subject) : []);
        }

        (Variances, Influences) = (variances, influences);
        Probabilities = Whole < 2 ? [] : [.. new ProbabilityJudge(plan, runs, ledger, measures, Shown).Rows()];
        Information = ledger is null || Whole < 2 ? [] : [.. new InformationRows(plan, runs, ledger, drawn).Rows()];
    }

    /// <summary>Runs that could not be made or could not go on.</summary>
    public IReadOnlyList<DrawResult> LeftOut { get; }

    /// <summary>Draws of which every run came to its end.</summary>
    public int Whole { get; }

    /// <summary>Every run as a replication, for who counts them.</summary>
    public ExperimentResult AsReplications => runs.AsReplications;

    /// <summary>The period that tables show.</summary>
    public string Shown { get; }

    public IReadOnlyList<UncertaintyRow> Variances { get; }

    public IReadOnlyList<ProbabilityRow> Probabilities { get; }

    /// <summary>Of the whole system in the period that is shown, and of savings; what explains most first.</summary>
    public IReadOnlyList<InfluenceRow> Influences { get; }

    public IReadOnlyList<InformationRow> Information { get; }

    /// <summary>The rows of <c>draws.csv</c>.</summary>
    public IReadOnlyList<DrawnInput> Drawn => drawn;

    /// <summary>Each value of each run.</summary>
    internal IEnumerable<(OuterDraw Run, string Scenario, ValueRow Row, double Value)> Values() =>
        from scenario in plan.Experiment.Scenarios
        from row in runs.TableOf(scenario.Id).Rows.Where(row => IsTold(row.Key))
        from run in runs.Order.Select((draw, at) => (Draw: draw, At: at))
        select (run.Draw, scenario.Id, row, row.Values[run.At]);

    /// <summary>Of the prices the runs do not matter: they are the same in all of a draw, of which the first run has the number.</summary>
    private IEnumerable<DrawnInput> DrawnPrices() => ledger is null ? [] : ledger.DrawnPrices.Where(price => price.Draw <= plan.Draws);

    private bool IsTold(ResultKey key) => plan.Measures.Contains(key.Measure) && (key.Period == Periods.All || Periods.IsYear(key.Period));

    /// <summary>What a scenario's level follows is what the baseline's does, and its difference.</summary>
    private bool IsShown(Subject subject) => subject.Kind == UncertaintyRow.Saving
        || (subject.Key.Period == Shown && subject.Key.Place == ResultRow.WholeSystem && subject.Key.Group.Length == 0
            && (subject.Kind == UncertaintyRow.Difference || subject.Scenario == ExperimentPlan.BaselineId));

    private IEnumerable<Subject> Subjects()
    {
        var hasBaseline = plan.Experiment.Scenarios.Any(scenario => scenario.Id == ExperimentPlan.BaselineId);
        foreach (var scenario in plan.Experiment.Scenarios.Select(scenario => scenario.Id))
        {
            foreach (var row in runs.TableOf(scenario).Rows.Where(row => IsTold(row.Key)))
            {
                yield return new Subject(scenario, UncertaintyRow.Level, row.Key, row.Unit, runs.ByDraw(row.Values));
                if (hasBaseline && scenario != ExperimentPlan.BaselineId && runs.TableOf(ExperimentPlan.BaselineId).TryFind(row.Key, out var described))
                {
                    yield return new Subject(scenario, UncertaintyRow.Difference, row.Key, row.Unit,
                        runs.ByDraw([.. row.Values.Zip(described.Values, (value, other) => value - other)]));
                }
            }

            foreach (var basis in InformationRows.Bases)
            {
                if (scenario != ExperimentPlan.BaselineId && ledger?.SavedByDraw(scenario, basis, Periods.All, net: true) is { } saved)
                {
                    var years = ledger.YearsOf(Periods.All);
                    yield return new Subject(scenario, UncertaintyRow.Saving, new ResultKey(Periods.All, basis, ResultRow.WholeSystem, ""), "£ a year",
                        runs.ByDraw(Array.ConvertAll(saved, pounds => pounds / years)));
                }
            }
        }
    }

    private static double Rounded(double value) => WrittenDigits.Rounded(value);

    /// <summary>
    /// Where futures lie: of few draws the lowest and the highest run of all, so that the mean of all lies within; else quantiles of one run a draw, which
    /// are independent of one another.
    /// </summary>
    private static (double Lower, double Upper) IntervalOf(Subject subject)
    {
        if (subject.Runs.Length >= Sample.LeastForQuantiles)
        {
            var all = AllInterval.Of(subject.Runs.Select(draw => draw[0]));
            return (all.Lower, all.Upper);
        }

        List<double> runs = [.. subject.Runs.SelectMany(draw => draw).Where(double.IsFinite)];
        return runs.Count > 1 ? (runs.Min(), runs.Max()) : (double.NaN, double.NaN);
    }

    private static UncertaintyRow? RowOf(Subject subject)
    {
        if (VarianceSplit.Of(subject.Runs, OuterDraws.NestedBlock) is not { } split)
        {
            return null;
        }

        var all = IntervalOf(subject);
        return new UncertaintyRow
        {
            Scenario = subject.Scenario,
            Kind = subject.Kind,
            Key = subject.Key,
            Unit = subject.Unit,
            Draws = split.Draws,
            Inner = split.Inner,
            Mean = Rounded(split.Mean.Value),
            MeanSe = Rounded(split.Mean.Error),
            Lower95All = Rounded(all.Lower),
            Upper95All = Rounded(all.Upper),
            VChance = Rounded(split.Chance.Value),
            VChanceSe = Rounded(split.Chance.Error),
            VInputs = Rounded(split.Inputs.Value),
            VInputsSe = Rounded(split.Inputs.Error),
            InputsShare = Rounded(split.InputsShare),
            BestInner = Rounded(split.BestInner),
        };
    }

    private IEnumerable<InfluenceRow> InfluencesOn(Subject subject)
    {
        int[] whole = [.. Enumerable.Range(0, subject.Runs.Length).Where(draw => Array.TrueForAll(subject.Runs[draw], double.IsFinite))];
        double[] means = [.. whole.Select(draw => subject.Runs[draw].Average())];
        if (whole.Length < 2)
        {
            return [];
        }

        var inputs = subject.Kind == UncertaintyRow.Saving
            ? drawn.Where(input => input.Scenario != DrawnInput.Prices)
                .Concat(ledger!.DrawnPricesOf(subject.Scenario, subject.Key.Measure).Where(price => price.Draw <= plan.Draws))
            : drawn.Where(input => input.Scenario != DrawnInput.Prices);
        return DrawnColumn.Of(inputs, plan.Draws, [subject.Scenario])
            .Select(column => InfluenceOf(subject, column, [.. whole.Select(draw => column.Places[draw])], means))
            .OrderByDescending(row => row.IsTold).ThenByDescending(row => row.Share).ThenBy(row => row.Input, StringComparer.Ordinal);
    }

    private static InfluenceRow InfluenceOf(Subject subject, DrawnColumn column, double[] places, double[] means)
    {
        const double Tenth = 0.1;
        var fit = OneInputFit.Of(places, means);
        var order = Enumerable.Range(0, places.Length).OrderBy(at => places[at]).ToList();
        var ends = Math.Max(1, (int)(Tenth * places.Length));
        var effect = InputEffect.Of(column.Input, column.Reason, [.. places.Zip(means)]);
        return new InfluenceRow
        {
            Scenario = subject.Scenario,
            Kind = subject.Kind,
            Key = subject.Key,
            Unit = subject.Unit,
            Input = column.Input,
            Reason = column.Reason,
            Low = column.Low,
            High = column.High,
            AtLow = Rounded(order.Take(ends).Average(at => fit.Means[at])),
            AtHigh = Rounded(order.TakeLast(ends).Average(at => fit.Means[at])),
            Share = Rounded(Math.Max(0, fit.Explained)),
            IsTold = fit.IsTold,
            Correlation = Rounded(effect?.Correlation ?? double.NaN),
            Lower95 = Rounded(effect?.Lower95 ?? double.NaN),
            Upper95 = Rounded(effect?.Upper95 ?? double.NaN),
            N = places.Length,
        };
    }
}
