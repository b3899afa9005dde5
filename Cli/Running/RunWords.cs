using FlowSim.Cli.Tables;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Sweeps;
using FlowSim.Scenarios.Uncertainty;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Cli.Running;

/// <summary>What is run and how far it is, for whoever watches it.</summary>
internal static class RunWords
{
    /// <summary>Before that much of a run the time left is a guess [share].</summary>
    private const double LeastShare = 0.03;

    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(5);

    /// <summary><c>the baseline and 6 scenarios, 2 years each after a spin-up of 4 years; 6 replications and 14 runs with what is not known</c>.</summary>
    public static string Of(ExperimentPlan plan)
    {
        var run = plan.Run;
        var draws = plan.Outer is { Draws.Count: > 0 } outer ? FormattableString.Invariant($" and {outer.Draws.Count} runs with what is not known") : "";
        return $"{What(plan)}, {Time(run.End - run.MeasureFrom)}{(plan.Scenarios.Count > 1 ? " each" : "")}{Start(run, plan.HasSpinUp)}; {Replications(plan)}{draws}";
    }

    /// <summary><c>25 designs of 2 factors, 2 years each after a spin-up of 4 years; 130 runs</c>.</summary>
    public static string Of(SweepPlan plan)
    {
        var run = plan.Baseline.First.Run;
        return $"{Counted.Of(plan.Points.Count(point => point.Number > 0), "design")} of {Counted.Of(plan.Factors.Count, "factor")}, {Time(run.End - run.MeasureFrom)} each{Start(run, plan.HasSpinUp)}; {Counted.Of(plan.Runs.Points, "run")}";
    }

    /// <summary><c>the baseline and 2 scenarios, 1 year each; 100 draws of what is not known, 4 runs of each</c>.</summary>
    public static string Of(UncertaintyPlan plan)
    {
        var experiment = plan.Experiment;
        return $"{What(experiment)}, {Time(experiment.Run.End - experiment.Run.MeasureFrom)}{(experiment.Scenarios.Count > 1 ? " each" : "")}{Start(experiment.Run, experiment.HasSpinUp)}; {Counted.Of(plan.Draws, "draw")} of what is not known, {Counted.Of(plan.Inner, "run")} of each";
    }

    private static string What(ExperimentPlan plan)
    {
        var others = plan.Scenarios.Count(scenario => scenario.Id != ExperimentPlan.BaselineId);
        return others == 0 ? "the baseline" : others == plan.Scenarios.Count ? Counted.Of(others, "scenario") : $"the baseline and {Counted.Of(others, "scenario")}";
    }

    private static string Start(RunPlan run, bool hasSpinUp) => hasSpinUp ? $" after a spin-up of {Time(run.Branch - run.Start)}"
        : run.MeasureFrom > run.Start ? $" after a warm-up of {Time(run.MeasureFrom - run.Start)}" : "";

    private static string Replications(ExperimentPlan plan) => plan.Precision is not { } goal ? Counted.Of(plan.Replications, "replication")
        : FormattableString.Invariant($"{PrecisionGoal.Least} replications or more, at most {goal.Most}{Within(goal.Time)}, until means are known {Closely(goal.Usual)}");

    private static string Within(TimeBudget? time) => time is null ? "" : $" and what fits into {Text(time.Length)}";

    /// <summary><c>10 min</c>, <c>2 h</c>: in the largest unit that has few digits.</summary>
    public static string Text(TimeSpan length) =>
        FormattableString.Invariant(length.TotalHours >= 1 ? $"{length.TotalHours:0.##} h" : length.TotalMinutes >= 1 ? $"{length.TotalMinutes:0.##} min" : (FormattableString)$"{length.TotalSeconds:0.##} s");

    private static string Closely(Tolerance? share) => share is { } asked ? FormattableString.Invariant($"to {asked.Size * 100:0.###} %") : "as closely as asked for";

    /// <summary><c>3 of 26 runs, about 2 min left</c>; no time left where it would be a guess.</summary>
    public static string Progress(ExperimentProgress progress, bool mayBeMore, TimeSpan elapsed)
    {
        var more = mayBeMore ? ", or more" : "";
        var done = FormattableString.Invariant($"{progress.Finished} of {Counted.Of(progress.Planned, "run")}{more}");
        return progress.Share < LeastShare || elapsed < LeastTime ? done : $"{done}, {Left(elapsed * ((1 - progress.Share) / progress.Share))} left";
    }

    /// <summary><c>about 40 s</c>: no finer than the estimate is.</summary>
    private static string Left(TimeSpan time)
    {
        const int Step = 10;
        const int Minute = 60;
        const int FewMinutes = 90;
        var seconds = time.TotalSeconds;
        return seconds < Step ? "a few seconds"
            : seconds < FewMinutes ? FormattableString.Invariant($"about {Step * Math.Ceiling(seconds / Step):0} s")
            : FormattableString.Invariant($"about {Math.Ceiling(seconds / Minute):0} min");
    }

    private static string Time(int seconds)
    {
        const double DaysInYear = 365.25;
        var days = (double)seconds / SimTime.Day;
        var years = Math.Round(days / DaysInYear);
        return years >= 1 && Math.Abs(days - (years * DaysInYear)) < 1 ? Counted.Of((int)years, "year") : FormattableString.Invariant($"{days:0.##} days");
    }
}
