using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Reports what is written where it has no effect: whoever wrote it believes that it has.</summary>
internal sealed class EffectCheck
{
    private readonly SystemModel model;
    private readonly SystemDescription description;
    private readonly CompileContext context;
    private readonly ProblemList problems;

    private EffectCheck(SystemModel model, SystemDescription description, CompileContext context, ProblemList problems)
    {
        this.model = model;
        this.description = description;
        this.context = context;
        this.problems = problems;
    }

    public static void Check(SystemModel model, SystemDescription description, CompileContext context, ProblemList problems)
    {
        var check = new EffectCheck(model, description, context, problems);
        foreach (var pool in description.Pools)
        {
            check.AtClose(pool);
            check.OfKind(pool);
        }

        foreach (var stage in description.Stages)
        {
            check.Waiting(stage);
            check.StartsWith(stage);
        }

        foreach (var stream in description.Streams)
        {
            check.Closing(stream);
            check.Rate(stream);
        }

        check.WarmUp();
    }

    /// <summary><c>at_close</c> acts when a roster or a calendar brings the capacity to 0, not when <c>takes</c> ends.</summary>
    private void AtClose(PoolDescription pool)
    {
        if (!pool.EmptyAtClose)
        {
            return;
        }

        const string Expected = "at_close where a roster or a calendar closes the pool";
        if (pool.Capacity.Roster is null && pool.Capacity.Calendar is null)
        {
            problems.Error(pool.Name.Where, pool.Name.Path + ".at_close", Expected, "a capacity that never falls to 0", pool.Takes is null
                ? "Leave it out."
                : "\"takes\" says when requests are served: who waits when it ends waits until it begins again.");
        }
        else if (!Array.Exists(model.Pools, other => other.Template == pool.Name.Text
            && Array.Exists(other.Capacity.Patterns, pattern => pattern.Values.Contains(0))))
        {
            Warn(pool.Name, "at_close", Expected, "a capacity that never falls to 0");
        }
        else if (pool.Takes is { Text: var hours } && !Array.Exists(model.Pools, other => other.Template == pool.Name.Text && ClosesWhileTaking(other)))
        {
            Warn(pool.Name.Where, pool.Name.Path + ".at_close", Expected + " while it takes patients", $"takes: {hours}, which has always ended by then",
                "It does nothing: leave takes out, or at_close.");
        }
    }

    private bool ClosesWhileTaking(PoolModel pool)
    {
        for (var at = pool.Capacity.NextChange(0); at < model.Run.End; at = pool.Capacity.NextChange(at))
        {
            if (!pool.Capacity.IsOpen(at) && (pool.Takes?.IsOpen(at) ?? true))
            {
                return true;
            }
        }

        return false;
    }

    private void OfKind(PoolDescription pool)
    {
        if (pool.Kind == PoolKind.Slots && pool.Turnaround is { } turnaround)
        {
            problems.Error(turnaround.At.Where, pool.Name.Path + ".turnaround", "no turnaround of slots, which are used up and not given back",
                turnaround.At.Text);
        }

        if (Array.Exists(model.Pools, other => other is { Unlimited: true, Surges.Length: > 0 } && other.Template == pool.Name.Text))
        {
            problems.Error(pool.Name.Where, pool.Name.Path + ".surge", "no surge of a pool without limit", "unlimited");
        }

        if (pool.Capacity is { Holidays: { } holidays, Roster: null })
        {
            problems.Error(holidays.Where, holidays.Path, "holidays beside a roster, whose rows for holidays they choose", holidays.Text, "Leave it out.");
        }
    }

    /// <summary>What speaks of waiting, at a stage that asks for nothing.</summary>
    private void Waiting(StageDescription stage)
    {
        if (stage.MovesBack is { } back && stage.Place.Count < 2)
        {
            Warn(back.Priority.Where, stage.Name.Path + ".moves_back", "a place with alternatives to move back from", stage.Place.Count == 0
                ? "no place asked for"
                : "one place", "It does nothing: leave it out.");
        }

        if (stage.Place.Count > 0 || stage.Staff.Count > 0)
        {
            return;
        }

        const string Expected = "a stage that asks for a place or staff, so that somebody waits";
        if (stage.Priority.Count > 0)
        {
            Warn(stage.Name, "priority", Expected, "nobody waits here");
        }

        if (stage.GivesUp.Count > 0)
        {
            Warn(stage.Name, "gives_up", Expected, "nobody waits here");
        }
    }

    private void StartsWith(StageDescription stage)
    {
        if (description.Run.BeginsEmpty && stage.StartsWith.Count > 0)
        {
            Warn(stage.StartsWith[0].Stream.Where, stage.Name.Path + ".starts_with", "a run that begins described", "begin: empty, so that nobody is there",
                "Write begin: described, or leave starts_with out.");
        }
    }

    private void Closing(StreamDescription stream)
    {
        if (stream is { To: { } to, Closes: not null })
        {
            problems.Error(to.Where, to.Path, "either \"to\" (patients) or \"closes\" (units of a pool)", "both");
        }
        else if (stream.Closes is not null && stream.Attributes.Count > 0)
        {
            Warn(stream.Name, "attributes", "attributes of a stream of patients", "a stream that closes units");
        }
    }

    private void Rate(StreamDescription stream)
    {
        if (stream.Rate is not { } rate)
        {
            return;
        }

        if (rate is { Per: { } per, Scale: not null })
        {
            Warn(per.Where, per.Path, "no unit beside scale, which makes relative shapes of the cells", per.Text, "Leave it out.");
        }

        if (rate is { Growth: { } growth } && !context.Run.HasDates)
        {
            Warn(growth.Where, growth.Path, "growth in a system with dates, where it is made on each 1 April", growth.Text,
                "Give run.starts a date, or leave growth out.");
        }
    }

    private void WarmUp()
    {
        if (description.Run is { Branch: not null, WarmUp: { } warmUp })
        {
            Warn(warmUp.Where, warmUp.Path, "no warm-up beside a branch: the spin-up is from starts to branch", warmUp.Text, "Leave it out.");
        }
    }

    private void Warn(Written name, string key, string expected, string received) =>
        Warn(name.Where, $"{name.Path}.{key}", expected, received, "It does nothing: leave it out.");

    /// <summary>What a scenario leaves as it was has been told of the system as described.</summary>
    private void Warn(SourceLocation where, string path, string expected, string received, string hint)
    {
        if (context.Scenarios.IsJudged(where))
        {
            problems.Warning(where, path, expected, received, hint);
        }
    }
}
