using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Validation;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>Compiles a scenario for every date at which its numbers change.</summary>
public sealed class TimelineBuilder
{
    private readonly SystemFiles files;
    private readonly RunOverrides overrides;
    private readonly ProblemList problems;
    private SystemModel? described;

    public TimelineBuilder(SystemFiles files, RunOverrides overrides, ProblemList problems)
    {
        this.files = files;
        this.overrides = overrides;
        this.problems = problems;
    }

    /// <summary>The system without changes; null if it has errors, which are then among the problems.</summary>
    public SystemTimeline? Baseline()
    {
        if (SystemCompiler.Compile(files, overrides, problems) is not { } compiled)
        {
            return null;
        }

        CensusCheck.Check(compiled.Model, compiled.Description, isScenario: false, problems);
        described = problems.HasErrors ? null : compiled.Model;
        return described is null ? null : new SystemTimeline([described], [described.Run.Start]);
    }

    /// <summary>Several scenarios over time, compiled side by side; null for one that has errors, which are then among the problems.</summary>
    /// <param name="ids">What is wrong with them is told in this order.</param>
    /// <param name="baseline">What <see cref="Baseline"/> gave.</param>
    /// <param name="threads">Scenarios compiled at the same time [1 or more].</param>
    public IReadOnlyList<SystemTimeline?> Scenarios(IReadOnlyList<string> ids, SystemTimeline baseline, int threads) =>
        SideBySide(ids, threads, (builder, id) => id == ExperimentPlan.BaselineId ? baseline : builder.Scenario(id, baseline.First.Run));

    /// <summary>Says which scenarios set parts of a bed, as nobody may who writes one; what is drawn or searched for is rounded.</summary>
    public void CheckUnits(IReadOnlyList<string> ids)
    {
        foreach (var id in ids.Where(id => id != ExperimentPlan.BaselineId || files.Scenarios.ContainsKey(id)))
        {
            // What cannot be read is told where it is made.
            if (ScenarioApplier.Read(files, id, new ProblemList { Sources = problems.Sources }) is { } scenario)
            {
                Of(id, () =>
                {
                    WrittenUnits.Check(scenario, problems);
                    return id;
                });
            }
        }
    }

    /// <summary>Finds what is wrong with scenarios; what is compiled is not kept.</summary>
    /// <param name="ids">What is wrong with them is told in this order.</param>
    /// <param name="baseline">What <see cref="Baseline"/> gave; null: it has errors of its own, and the scenarios are only read.</param>
    /// <param name="threads">Scenarios compiled at the same time [1 or more].</param>
    public void Check(IReadOnlyList<string> ids, SystemTimeline? baseline, int threads)
    {
        CheckUnits(ids);
        SideBySide(ids, threads, (builder, id) =>
        {
            if (baseline is null)
            {
                builder.ReadScenario(id);
            }
            else
            {
                builder.Scenario(id, baseline.First.Run);
            }

            return id;
        });
    }

    /// <summary>Each scenario by a builder of its own, whose problems come to the others' in the order of the scenarios.</summary>
    private IReadOnlyList<T?> SideBySide<T>(IReadOnlyList<string> ids, int threads, Func<TimelineBuilder, string, T?> work)
        where T : class
    {
        var own = ids.Select(_ => problems.Continued()).ToList();
        var (results, failure) = TaskQueue<Made<T>>.Run(
            ids.Count,
            threads,
            index => new(work(new TimelineBuilder(files, overrides, own[index]) { described = described }, ids[index])),
            CancellationToken.None);
        own.ForEach(problems.Join);
        failure?.Throw();
        return [.. results.Select(result => result?.Value)];
    }

    private sealed record Made<T>(T? Value);

    /// <summary>A scenario over time; null if it has errors, which are then among the problems.</summary>
    public SystemTimeline? Scenario(string id, RunPlan run) => Of(id, () =>
    {
        var timeline = Compiled(id, run);
        if (timeline is null)
        {
            ReadSound(id);
        }

        return timeline;
    });

    /// <summary>
    /// Reads a scenario of a system that has errors of its own: its keys, its paths, and what it makes of the system, as far as that is not wrong without
    /// it.
    /// </summary>
    public void ReadScenario(string id) => Of(id, () => ReadSound(id));

    /// <summary>All that is wrong with a scenario at once: also what its sound changes make of the system.</summary>
    private bool ReadSound(string id)
    {
        var bound = new ProblemList { Sources = problems.Sources, Scenario = id };
        SystemBinding.Bind(ScenarioApplier.ApplySound(files, id, problems), bound);
        problems.AddNewOf(bound);
        return true;
    }

    private T Of<T>(string scenario, Func<T> work)
    {
        problems.Scenario = scenario;
        try
        {
            return work();
        }
        finally
        {
            problems.Scenario = "";
        }
    }

    private SystemTimeline? Compiled(string id, RunPlan run)
    {
        if (ScenarioApplier.Read(files, id, problems) is not { } scenario || HasDatesWithoutCalendar(scenario, run))
        {
            return null;
        }

        ChangeDates.Check(scenario, run, problems);
        var models = new List<SystemModel>();
        var from = new List<int>();
        SystemFiles? last = null;
        foreach (var date in Dates(scenario, run))
        {
            if (ScenarioApplier.ApplyAt(files, id, date, problems) is not { } changed)
            {
                return null;
            }

            // Four beds phased in over ninety days are five systems, not ninety.
            if (last is not null && SystemCopy.SayTheSame(last, changed.Files))
            {
                continue;
            }

            if ((BeginsAsDescribed(scenario, date, run) ? described : Model(changed.Files, run, isFirst: models.Count == 0)) is not { } model)
            {
                return null;
            }

            from.Add(models.Count == 0 ? run.Start : SecondsTo(date, run));
            models.Add(model);
            last = changed.Files;
        }

        return new SystemTimeline([.. models], [.. from]);
    }

    /// <summary>
    /// True while nothing has changed yet. The model is the baseline's own then, by which a run knows that both are the same up to the first change.
    /// </summary>
    private bool BeginsAsDescribed(ScenarioInfo scenario, DateOnly date, RunPlan run) =>
        described is not null && run.Branch > run.Start && scenario.Changes.All(change => change.FractionOn(date) == 0);

    private SystemModel? Model(SystemFiles changed, RunPlan run, bool isFirst)
    {
        if (SystemCompiler.Compile(changed, overrides, problems) is not { } compiled)
        {
            return null;
        }

        if (isFirst && run.Branch == run.Start)
        {
            CensusCheck.Check(compiled.Model, compiled.Description, isScenario: true, problems);
        }

        return compiled.Model;
    }

    /// <summary>The day the scenario begins, then each later day within the run on which it changes.</summary>
    private static IEnumerable<DateOnly> Dates(ScenarioInfo scenario, RunPlan run)
    {
        var begins = run.FirstDay.AddDays(run.Branch / SimTime.Day);
        var ends = run.FirstDay.AddDays((int)Math.Ceiling(run.End / (double)SimTime.Day));
        return scenario.DatesBetween(begins, ends).Prepend(begins);
    }

    private bool HasDatesWithoutCalendar(ScenarioInfo scenario, RunPlan run)
    {
        var dated = run.HasDates ? null : scenario.Changes.FirstOrDefault(change => change.From is not null);
        if (dated is not null)
        {
            problems.Error(dated.Where, dated.Label, "a change without a date, because the system has none", $"from {DateText.Write(dated.From!.Value)}",
                "Give the system a date in run.starts, or leave from out.");
        }

        return dated is not null;
    }

    private static int SecondsTo(DateOnly date, RunPlan run) => (int)Math.Min(int.MaxValue, (date.DayNumber - run.FirstDay.DayNumber) * (long)SimTime.Day);
}
