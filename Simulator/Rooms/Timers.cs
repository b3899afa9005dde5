using FlowSim.Simulator.Events;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>When something happens to who waits: an alternative opens, the priority rises, patience ends (docs/law.md, sentences 3, 9 and 11).</summary>
internal sealed class Timers
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly EventList events;
    private readonly Evaluator evaluator;

    public Timers(RunState run)
    {
        this.run = run;
        (patients, events, evaluator) = (run.Patients, run.Events, run.Evaluator);
    }

    public int RankAt(int patient, StageModel stage, int level)
    {
        var at = stage.Priority.Levels[level];
        return at.Lookup.Keys.Length == 0 ? at.Ranks[0] : at.Ranks[evaluator.Cell(at.Lookup, patient, run.Now)];
    }

    /// <summary>Schedules the patient's next timer: an alternative, a rise in priority, or giving up.</summary>
    public void ScheduleTimer(int patient, StageModel stage)
    {
        var now = run.Now;
        ref var item = ref patients.Items[patient];
        var bundles = item.Phase == Phase.WaitingForPlace ? stage.Place : stage.Staff;
        var changes = int.MaxValue;
        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is { } after && (item.Joined >> index & 1) == 0)
            {
                changes = Math.Min(changes, TimerAt(patient, after, DrawPurpose.Alternative));
            }
        }

        if (item.Level + 1 < stage.Priority.Levels.Length)
        {
            changes = Math.Min(changes, TimerAt(patient, stage.Priority.Levels[item.Level + 1].After!, DrawPurpose.Priority));
        }

        var givesUp = int.MaxValue;
        foreach (var reason in stage.GivesUp)
        {
            if (reason.After is { } after)
            {
                givesUp = Math.Min(givesUp, TimerAt(patient, after, DrawPurpose.Patience));
            }
        }

        item.LiveSequence = changes == int.MaxValue && givesUp == int.MaxValue ? uint.MaxValue
            : changes <= givesUp ? events.Push(Math.Max(now, changes), EventKind.Alternative, EventCode.Timer, patient)
            : events.Push(Math.Max(now, givesUp), EventKind.GivingUp, EventCode.Timer, patient);
    }

    /// <summary>When a timer of the present wait is due [s]; int.MaxValue: its clock does not run, or never.</summary>
    public int TimerAt(int patient, Model.Timer timer, DrawPurpose purpose)
    {
        ref var item = ref patients.Items[patient];
        var visit = (int)item.Visit;
        var from = item.Phase == Phase.WaitingForStaff && purpose == DrawPurpose.Alternative ? item.TakenAt : item.EnteredAt;
        if (timer.Clock >= 0)
        {
            if ((patients.Running[patient] >> timer.Clock & 1) == 0)
            {
                return int.MaxValue;
            }

            from = patients.ClockStart[(patient * patients.Clocks) + timer.Clock];
            visit = patients.ClockRuns[(patient * patients.Clocks) + timer.Clock];
        }

        var spec = evaluator.Spec(timer.Time, patient, item.EnteredAt);
        var uniform = spec.NeedsDraw
            ? run.Draw(item, timer.KeyHash, purpose, visit, timer.Index).Uniform
            : 0;
        return RunState.Later(from, evaluator.Length(spec, patient, from, uniform));
    }

    /// <summary>
    /// True when a timer of a clock ran out before the patient began to wait; what is due in this very second has its turn in the order of kinds.
    /// </summary>
    public bool IsLongDue(int patient, Model.Timer timer, DrawPurpose purpose) =>
        timer.Clock >= 0 && TimerAt(patient, timer, purpose) < run.Now;

    /// <summary>The priority that a clock gives from the beginning of the wait.</summary>
    public void RaiseByClock(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        var levels = stage.Priority.Levels;
        while (item.Level + 1 < levels.Length && IsLongDue(patient, levels[item.Level + 1].After!, DrawPurpose.Priority))
        {
            item.Level++;
            item.Rank = (byte)RankAt(patient, stage, item.Level);
        }
    }
}
