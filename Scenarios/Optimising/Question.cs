using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Fitting;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Savings.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Optimising;

/// <summary>What is asked of <c>optimise</c>: the capacities that are free, at what price, and what they are to reach.</summary>
public sealed class Question
{
    private const string TrialId = "all-levers";

    /// <summary>Measures that a price is set on.</summary>
    private IReadOnlyList<string> priced = [];

    private Question(SystemFiles files, RunOverrides overrides, SystemTimeline baseline, QuestionDescription written)
    {
        Files = files;
        Overrides = overrides;
        Baseline = baseline;
        Name = written.Name.Text;
        Title = written.Title.Length > 0 ? written.Title : written.Name.Text;
        Where = written.Name.Where;
        On = written.On is { Text: not ScenarioInfo.BaselineId } on ? on.Text : "";
        Period = LastPeriod(baseline.First.Run);
    }

    public string Name { get; }

    public string Title { get; }

    /// <summary>The last whole year that is measured, or <c>all</c>.</summary>
    public string Period { get; }

    /// <summary>The scenario that the levers are added to; empty: the system as it is.</summary>
    public string On { get; }

    /// <summary>Length of <see cref="Period"/> [y].</summary>
    public double Years =>
        LedgerPeriod.Of(Baseline.First.Run).Where(period => Period == Periods.All || period.Name == Period).Sum(period => period.Years);

    public SystemFiles Files { get; }

    public RunOverrides Overrides { get; }

    /// <summary>Of a design: what its targets and its prices are read from is recorded alone.</summary>
    internal RunOverrides OverridesOfDesigns => Overrides with
    {
        LeavesOutDistributions = !Targets.Any(target => GenericMeasures.IsCurve(target.Key.Measure)),
        OnlyMeasures = [.. Targets.Select(target => target.Key.Measure).Concat(priced).Distinct()],
    };

    internal SystemTimeline Baseline { get; }

    internal SourceLocation Where { get; }

    internal IReadOnlyList<Lever> Levers { get; private set; } = [];

    internal IReadOnlyList<Target> Targets { get; private set; } = [];

    /// <summary>True where the system has prices, by which designs gain or lose for all partners together.</summary>
    public bool HasLedger => Files.Costs is not null;

    /// <summary>The year of the ledger's prices as written; empty without one.</summary>
    internal string LedgerYear => HasLedger && PricesDescription.Of(Files, new ProblemList()) is { } prices ? PriceYear.Text(prices.Year) : "";

    /// <summary>The questions of a system by name, with their titles.</summary>
    public static IReadOnlyList<(string Name, string Title)> Names(SystemFiles files) =>
        [.. (OptimiseDescription.Of(files, new ProblemList())?.Questions ?? []).Select(question => (question.Name.Text, question.Title))];

    /// <summary>What is wrong with the questions of a system, if it asks any.</summary>
    /// <param name="files">The system.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(SystemFiles files, ProblemList problems)
    {
        foreach (var (name, _) in Names(files))
        {
            Read(files, name, new RunOverrides(), problems);
        }
    }

    /// <summary>A question; null with problems said where it cannot be put.</summary>
    /// <param name="files">The system.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="overrides">As the command line says.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="targets">Targets in place of its own; none: its own.</param>
    public static Question? Read(SystemFiles files, string name, RunOverrides overrides, ProblemList problems, IReadOnlyList<string>? targets = null)
    {
        var demanded = overrides with { Demands = LedgerReader.DemandOf(files) is { } wards ? [wards] : [] };
        var written = OptimiseDescription.Of(files, problems)?.Questions.FirstOrDefault(one => one.Name.Text == name);
        if (written is not null && targets is { Count: > 0 })
        {
            var typed = new SourceLocation("the command line", 0, 0);
            written = written with { Targets = [.. targets.Select(target => new Reading.Written(target, typed, "--target"))] };
        }

        if (written is null || new TimelineBuilder(files, demanded, problems).Baseline() is not { } baseline || !IsScenario(written.On, files, problems))
        {
            return null;
        }

        var question = new Question(files, demanded, baseline, written);
        return question.Reads(written, problems) && question.CanBePut(problems) ? question : null;
    }

    /// <summary>The system with designs as scenarios.</summary>
    internal SystemFiles With(params (string Id, Design Design)[] designs) =>
        DesignScenario.AddedTo(Files, designs.Select(one => (one.Id, DesignScenario.Of(this, one.Design, one.Id, one.Id))));

    private bool Reads(QuestionDescription written, ProblemList problems)
    {
        var levers = written.Levers.Select(lever => LeverReader.Of(lever, problems)).ToList();
        var reader = new TargetReader(Baseline.First, Period);
        var targets = written.Targets.Select(target => reader.Read(target, problems)).ToList();
        var known = Files.Root[SystemKeys.Partners.Name] is ListNode list ? list.Items.OfType<ScalarNode>().Select(partner => partner.Text).ToList() : [];
        foreach (var lever in written.Levers)
        {
            if (lever.Partner is { } partner && known.Count > 0 && !known.Contains(partner.Text))
            {
                problems.Error(partner.Where, partner.Path, "one of the partners", partner.Text, Nearest.Hint(partner.Text, known));
            }
            else if (lever.Partner is null && HasLedger)
            {
                problems.Error(lever.Name.Where, $"{lever.Name.Path}.{OptimiseKeys.Partner}", "the partner who pays", "none",
                    "The system has prices (costs.csv): what a lever costs is set against what is saved.");
            }
        }

        if (levers.Contains(null) || targets.Contains(null) || problems.HasErrors)
        {
            return false;
        }

        (Levers, Targets) = ([.. levers.OfType<Lever>()], [.. targets.OfType<Target>()]);
        var changed = On.Length == 0 ? Files : ScenarioApplier.Apply(Files, On, problems)?.Files;
        return changed is not null && FreeInputs.AreSound(changed, [.. Levers.Select(lever => lever.Input)], problems);
    }

    /// <summary>At both ends of the ranges it makes a valid system: to be known before anything is run.</summary>
    private bool CanBePut(ProblemList problems)
    {
        var (near, far) = (Design.Nearest(Levers.Count), Design.Furthest(Levers));
        var files = With((TrialId, far), ("no-lever", near));
        var builder = new TimelineBuilder(files, Overrides, problems);
        if (builder.Scenario(TrialId, Baseline.First.Run) is null || builder.Scenario("no-lever", Baseline.First.Run) is null)
        {
            return false;
        }

        var book = LedgerReader.Of(files, Baseline.First, [TrialId], problems);
        if (book is not null)
        {
            priced = [.. book.Costs.Select(cost => cost.Quantity.Measure)];
            var rebased = book.Investments[TrialId].Where(line => line.Where.Equals(Where)).GroupBy(line => line.Line)
                .ToDictionary(line => line.Key, line => line.First().Rebased);
            Levers = [.. Levers.Select(lever => lever with { Rebased = rebased.GetValueOrDefault(lever.Title, 1) })];
        }

        return !problems.HasErrors;
    }

    private static bool IsScenario(Reading.Written? on, SystemFiles files, ProblemList problems)
    {
        if (on is null || on.Text == ScenarioInfo.BaselineId || files.Scenarios.ContainsKey(on.Text))
        {
            return true;
        }

        problems.Error(on.Where, on.Path, $"a scenario of this system: {string.Join(", ", files.Scenarios.Keys.Order(StringComparer.Ordinal))}", on.Text,
            Nearest.Hint(on.Text, files.Scenarios.Keys));
        return false;
    }

    private static string LastPeriod(RunPlan run)
    {
        var end = run.FirstDay.AddDays(run.End / SimTime.Day);
        return run.HasDates && Periods.EndsYear(end) ? Periods.YearOf(end.AddDays(-1)) : Periods.All;
    }
}
