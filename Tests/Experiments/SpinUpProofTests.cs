using System.Globalization;
using System.Text;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Checks;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Experiments;

/// <summary>
/// That the systems of the library stand still before they are measured, judged as every run judges its spin-up, but from enough replications to tell.
/// A system that branches: the last year before the branch against the year before. One with a warm-up: its first measured year against the next.
/// </summary>
[Category("Properties")]
public sealed class SpinUpProofTests
{
    private const int Replications = 30;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    [Test]
    [Explicit("some three minutes; FLOWSIM_WRITE_VALIDATION=1 writes docs/validation.md")]
    public void The_shipped_systems_have_settled_before_they_are_measured()
    {
        var replications = int.Parse(Environment.GetEnvironmentVariable("FLOWSIM_SPIN_UP_REPLICATIONS") ?? $"{Replications}", Invariant);
        var text = new StringBuilder();
        var moving = new List<string>();
        foreach (var id in SystemLibrary.Ids)
        {
            var (changes, model) = Changes(id, replications);
            text.Append(Section(id, model, changes, replications));
            moving.AddRange(changes.Where(change => change.Verdict == SettledVerdict.NotSettled)
                .Select(change => $"{id}: {change.Measure} at {change.Place} {change.Group} {change.Earlier:G5} to {change.Last:G5}"));
        }

        TestContext.Out.WriteLine(text);
        if (Environment.GetEnvironmentVariable(TheoryRun.WriteVariable) == "1")
        {
            ValidationPage.Write("spin-up", text.ToString());
        }

        Assert.That(moving, Is.Empty);
    }

    private static (IReadOnlyList<SpinUpChange> Changes, SystemModel Model) Changes(string id, int replications)
    {
        var baseline = Read(id, RunOverrides.None);
        var isDated = baseline.First.Run.HasDates;
        var branches = baseline.First.Run.Branch > baseline.First.Run.Start;
        baseline = branches
            ? Read(id, new RunOverrides(WarmUp: Environment.GetEnvironmentVariable("FLOWSIM_SPIN_UP")))
            : Read(id, isDated ? new RunOverrides(Years: 2) : new RunOverrides(Days: 730));
        var run = baseline.First.Run;
        var (from, between, to) = branches
            ? (LastYear.Of(run, years: 2), LastYear.Of(run), run.Branch)
            : (run.MeasureFrom, run.MeasureFrom + (365 * SimTime.Day), run.End);
        Assert.That(from, Is.GreaterThanOrEqualTo(run.Start), $"{id} is spun up for two years at least");
        var measures = MeasuresOf(baseline.First);
        var years = new (IReadOnlyList<ResultRow>, IReadOnlyList<ResultRow>)[replications];
        Parallel.For(0, replications, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            var state = Replication.Start(baseline, ExperimentPlan.DefaultSeed, index + 1, paranoid: false);
            years[index] = (Rows(state.Measure(from, between, null, default), measures), Rows(state.Measure(between, to, null, default), measures));
        });
        return (SpinUpChange.Of(years, (measure, unit) => SettledBounds.Of(baseline.First, measure, unit)), baseline.First);
    }

    private static SystemTimeline Read(string id, RunOverrides overrides)
    {
        using var system = TemporarySystem.With();
        foreach (var file in SystemLibrary.FilesOf(id))
        {
            system.Write(file.Name, file.Bytes);
        }

        var read = system.Read();
        var baseline = new TimelineBuilder(read!, overrides, system.Problems).Baseline();
        Assert.That(system.Problems.HasErrors, Is.False, system.Printed);
        return baseline!;
    }

    /// <summary>The headline; else all that is declared; else the use of every pool.</summary>
    private static HashSet<string> MeasuresOf(SystemModel model)
    {
        var declared = model.Measures.Measures;
        var chosen = Array.Exists(declared, measure => measure.Headline) ? Array.FindAll(declared, measure => measure.Headline) : declared;
        return chosen.Length > 0 ? [.. chosen.Select(measure => measure.Id)] : ["occupied"];
    }

    private static List<ResultRow> Rows(ReplicationResult year, HashSet<string> measures)
    {
        var rows = year.Rows.Where(row => measures.Contains(row.Measure)).ToList();
        return rows.Exists(row => row.Period == Periods.All) ? rows.FindAll(row => row.Period == Periods.All) : rows.FindAll(row => Periods.IsYear(row.Period));
    }

    private static string Section(string id, SystemModel model, IReadOnlyList<SpinUpChange> changes, int replications)
    {
        int Count(SettledVerdict verdict) => changes.Count(change => change.Verdict == verdict);
        var run = model.Run;
        var days = (Math.Max(run.Branch, run.MeasureFrom) - run.Start) / (double)SimTime.Day;
        var text = new StringBuilder(
            string.Create(Invariant,
                $"\n**{id}**: {days:0} days unmeasured, {replications} replications, seed {ExperimentPlan.DefaultSeed}. Of {changes.Count} values {Count(SettledVerdict.Settled)} settled, {Count(SettledVerdict.NotSettled)} not settled, {Count(SettledVerdict.CannotBeTold)} cannot be told.\n\n"));
        text.Append("| measure | place | year before | last year | change [90 % interval] | bound | |\n|---|---|--:|--:|--:|--:|---|\n");
        foreach (var change in changes)
        {
            var decimals = Math.Max(0, Rounding.Decimals(change.Change, change.Lower90, change.Upper90));
            string Number(double value) => NumberText.Plain(value, decimals);
            text.Append(
                string.Create(Invariant,
                    $"| {change.Measure} ({change.Unit}) | {change.Place}{(change.Group.Length > 0 ? ", " + change.Group : "")} | {Number(change.Earlier)} | {Number(change.Last)} | {NumberText.Signed(change.Change, decimals)} [{NumberText.Signed(change.Lower90, decimals)}, {NumberText.Signed(change.Upper90, decimals)}] | {NumberText.Plain(change.Bound, Math.Max(decimals, 1))} | {Word(change.Verdict)} |\n"));
        }

        return text.ToString();
    }

    private static string Word(SettledVerdict verdict) => verdict switch
    {
        SettledVerdict.Settled => "settled",
        SettledVerdict.NotSettled => "**not settled**",
        _ => "cannot be told",
    };
}
