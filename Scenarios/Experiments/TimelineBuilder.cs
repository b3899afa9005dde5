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
