using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>A patient's way through stages (docs/law.md, sentences 2 to 8).</summary>
internal sealed class Journey
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly Evaluator evaluator;
    private readonly Recorder recorder;
    private readonly Clocks clocks;
    private readonly Delays delays;
    private readonly DemandWatch demandWatch;
    private readonly Loops loops;
    private readonly MoveBacks moveBacks;
    private readonly Paths paths;
    private readonly Possession possession;
    private readonly Requests requests;
    private readonly Routes routes;
    private readonly ServiceEnds serviceEnds;
    private readonly Sets sets;
    private readonly Starts starts;
    private readonly Steps steps;
    private readonly Waiting waiting;

    public Journey(RunState run, Recorder recorder, Clocks clocks, Delays delays, DemandWatch demandWatch, Loops loops, MoveBacks moveBacks, Paths paths,
        Possession possession, Requests requests, Routes routes, ServiceEnds serviceEnds, Sets sets, Starts starts, Steps steps, Waiting waiting)
    {
        this.run = run;
        this.recorder = recorder;
        this.clocks = clocks;
        this.delays = delays;
        this.demandWatch = demandWatch;
        this.loops = loops;
        this.moveBacks = moveBacks;
        this.paths = paths;
        this.possession = possession;
        this.requests = requests;
        this.routes = routes;
        this.serviceEnds = serviceEnds;
        (this.sets, this.starts, this.steps, this.waiting) = (sets, starts, steps, waiting);
        (patients, evaluator) = (run.Patients, run.Evaluator);
    }

    /// <summary>The patient goes to a target, and on through stages that take no time, until he or she waits, is in service or has left.</summary>
    public void Enter(int patient, int target)
    {
        while (true)
        {
            var way = paths.WayTo(target);
            if (way <= Paths.FirstExit)
            {
                Leave(patient, Paths.FirstExit - way);
                return;
            }

            if (!EnterStage(patient, way == Paths.ByAttribute ? evaluator.StageOf(run.Model.Targets[target], patient) : way))
            {
                return;
            }

            target = EndStage(patient);
        }
    }

    /// <summary>Goes on after a place or staff have been given; true never leaves the patient between stages.</summary>
    public void GoOn(int patient, bool ended)
    {
        if (ended)
        {
            Enter(patient, EndStage(patient));
        }
    }

    /// <summary>docs/law.md, sentences 2 and 3. True when the stage has begun and ended in this instant.</summary>
    public bool EnterStage(int patient, int stageIndex)
    {
        var now = run.Now;
        ref var item = ref patients.Items[patient];
        ref readonly var path = ref paths[stageIndex];
        loops.CountMove(patient, now);
        recorder.Moved(item.Stage >= 0 ? item.Stage : run.Model.Stages.Length + item.Stream, stageIndex, now);
        item.Stage = stageIndex;
        item.EnteredAt = now;
        item.Level = 0;
        if (path.InstanceAttribute >= 0)
        {
            patients.Values[(patient * patients.Attributes) + path.InstanceAttribute] = path.InstanceValue;
            if (path.Has(StageTraits.IsOfTwoDimensions))
            {
                patients.Take(patient, path.Stage.Own);
            }
        }

        item.Visit = ++patients.Visits[(patient * patients.Templates) + path.Template];
        if (item.Visit == 0)
        {
            throw new SimulationException($"more than {ushort.MaxValue} visits of one patient to one stage ({evaluator.Describe(patient)})");
        }

        if (!path.Has(StageTraits.EntersPlainly) || item.FirstRequest != None)
        {
            EnterByLaw(patient, path.Stage);
        }
        else
        {
            steps.Note(TraceStep.Entered, patient);
        }

        switch (path.PlaceMode)
        {
            case PlaceMode.Keep:
                break;
            case PlaceMode.None:
                if (item.FirstHolding != None)
                {
                    possession.LetGoPlaces(patient, path.Stage, null);
                }

                break;
            default:
                if (recorder.Demand is not null)
                {
                    demandWatch.CountAsked(patient, path.Stage, path.Stage.Place, isStaff: false);
                }

                if (!waiting.TryTakeAtOnce(patient, path))
                {
                    waiting.WaitForPlace(patient, path.Stage);
                    return false;
                }

                break;
        }

        return PlaceTaken(patient, path, null);
    }

    /// <summary>What happens on entry in all generality.</summary>
    private void EnterByLaw(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        if (stage.Sets.Length > 0)
        {
            sets.MakeSets(stage.Sets, patient, DrawPurpose.Sets, item.Visit);
        }

        if (item.FirstRequest != None)
        {
            moveBacks.RenewMoveBacks(patient);
        }

        recorder.Entered(item.Stage, patient, run.Now);
        steps.Note(TraceStep.Entered, patient);
        clocks.StartLaterClocks(stage, patient);
    }

    /// <summary>
    /// docs/law.md, sentence 4, from the moment the place is the patient's; <paramref name="bundle"/> is what was just given, null if nothing was.
    /// </summary>
    private bool PlaceTaken(int patient, in StagePath path, Bundle? bundle)
    {
        ref var item = ref patients.Items[patient];
        item.TakenAt = run.Now;
        if (recorder.Demand is not null)
        {
            demandWatch.CountPlaced(patient, path.Stage);
        }

        if (!path.Has(StageTraits.StaysPlainly) || patients.Running[patient] != 0 || item.FirstRequest != None || item.DelayKind >= 0)
        {
            TakeByLaw(patient, path.Stage, bundle);
        }
        else
        {
            steps.Note(TraceStep.Taken, patient);
        }

        if (path.Has(StageTraits.HasStaff))
        {
            if (recorder.Demand is not null)
            {
                demandWatch.CountAsked(patient, path.Stage, path.Stage.Staff, isStaff: true);
            }

            if (!waiting.TryTakeStaffAtOnce(patient, path))
            {
                waiting.WaitForStaff(patient, path.Stage);
                return false;
            }
        }

        return StartService(patient, path);
    }

    /// <summary>What happens in all generality when the place is the patient's.</summary>
    private void TakeByLaw(int patient, StageModel stage, Bundle? bundle)
    {
        if (patients.Items[patient].FirstRequest != None)
        {
            moveBacks.RenewMoveBacks(patient);
        }

        steps.Note(TraceStep.Taken, patient);
        clocks.ChangeClocks(patient, stage);
        delays.StartDelayInPlace(patient, stage, bundle);
    }

    /// <summary>docs/law.md, sentence 6. True when the time is 0.</summary>
    private bool StartService(int patient, in StagePath path)
    {
        var now = run.Now;
        ref var item = ref patients.Items[patient];
        item.Phase = Phase.InService;
        item.StartedAt = now;
        if (path.Has(StageTraits.CountsStarts | StageTraits.Adds))
        {
            starts.Start(patient, path);
        }

        steps.Note(TraceStep.Started, patient);
        if (path.Has(StageTraits.CanWait))
        {
            recorder.Waited(item.Stage, now - item.EnteredAt);
        }

        int length;
        if (path.Drawn is { } drawn)
        {
            var block = StageDraw(ref item, patient, path.KeyHash);
            item.RoutingDraw = block.W2;
            length = drawn.Seconds(block.Uniform);
        }
        else
        {
            length = path.FixedLength >= 0 && !path.Has(StageTraits.DrawsRoute) ? path.FixedLength : LengthByLaw(ref item, patient, path);
        }

        if (path.Has(StageTraits.CountsServices))
        {
            recorder.Serves(item.Stage, patient, now, length);
        }

        steps.Observer?.Invoke(new Step(item.Stream, item.Number, item.Stage, item.Visit, item.EnteredAt, item.TakenAt, now, length));
        if (length == 0)
        {
            return true;
        }

        item.EndsAt = RunState.Later(now, length);
        if (path.Has(StageTraits.FreesStaffEarly))
        {
            serviceEnds.ScheduleEndOrFreeing(patient, path.Stage);
        }
        else
        {
            serviceEnds.ScheduleEnd(ref item, patient);
        }

        return false;
    }

    /// <summary>The length of stay in all generality [s]; what comes next is drawn with it.</summary>
    private int LengthByLaw(ref Patient item, int patient, in StagePath path)
    {
        var now = run.Now;
        var spec = path.FixedLength >= 0 ? null : evaluator.Spec(path.Stage.Time, patient, now);
        var uniform = 0.0;
        if (spec is { NeedsDraw: true } || path.Has(StageTraits.DrawsRoute))
        {
            var block = StageDraw(ref item, patient, path.KeyHash);
            uniform = block.Uniform;
            item.RoutingDraw = block.W2;
        }

        return spec is null ? path.FixedLength
            : spec.Kind != TimeKind.Drawn ? evaluator.Length(spec, patient, now, uniform)
            : spec.NeedsDraw ? spec.Distribution!.Seconds(uniform) : 0;
    }

    /// <summary>The draw of a stage: made on arrival if it is the first.</summary>
    private RandomBlock StageDraw(ref Patient item, int patient, uint key)
    {
        if (item.HasFirstDraw)
        {
            item.HasFirstDraw = false;
            ref readonly var first = ref patients.First[patient];
            if (first.Stage == key && item.Visit == 1 && first.Stage != 0)
            {
                return first.Block;
            }
        }

        return run.Draw(item, key, DrawPurpose.Stage, item.Visit, 0);
    }

    /// <summary>docs/law.md, sentence 7. The staff come free and the next target is chosen; the place is not let go.</summary>
    public int EndStage(int patient)
    {
        ref var item = ref patients.Items[patient];
        ref readonly var path = ref paths[item.Stage];
        if (path.Has(StageTraits.HasStaff))
        {
            steps.MarkStaff(patient);
            possession.LetGoStaff(patient, ref item.FirstHolding, earlyOnly: false);
        }

        if (path.Has(StageTraits.CountsEnds))
        {
            recorder.Ended(item.Stage, patient, run.Now, item.TakenAt - item.EnteredAt, item.StartedAt - item.TakenAt);
        }

        var target = path.FixedTarget >= 0 ? path.FixedTarget
            : path.Then is { } outcomes ? OutcomeSet.Pick(outcomes, item.RoutingDraw)
            : routes.NextByLaw(patient, path.Stage);
        steps.Mention(TraceStep.Ended, patient, target);
        return target;
    }

    /// <summary>docs/law.md, sentence 8.</summary>
    private void Leave(int patient, int exit)
    {
        var model = run.Model;
        ref var item = ref patients.Items[patient];
        if (item.DelayKind >= 0)
        {
            delays.EndDelay(patient);
        }

        recorder.Moved(item.Stage >= 0 ? item.Stage : model.Stages.Length + item.Stream, model.Stages.Length + exit, run.Now);
        for (var mask = patients.Running[patient]; mask != 0; mask &= mask - 1)
        {
            clocks.StopClock(patient, System.Numerics.BitOperations.TrailingZeroCount(mask));
        }

        recorder.Exited(exit, patient, run.Now);
        if (recorder.Demand is not null)
        {
            demandWatch.CountPlaced(patient, null);
        }

        steps.Note(TraceStep.Left, patient, exit);
        while (item.FirstRequest != None)
        {
            requests.DropRequest(patient, item.FirstRequest);
        }

        if (item.FirstHolding != None)
        {
            possession.LetGoStaff(patient, earlyOnly: false);
            possession.LetGoPlaces(patient, null, null);
        }

        steps.Witness?.Leaves(item.Stream, patient);
        patients.Remove(patient);
        run.Left++;
    }

    /// <summary>A patient who waited has the staff of a stage, or needs none any more.</summary>
    public void TakeStaff(int patient) => GoOn(patient, StartService(patient, paths[patients.Items[patient].Stage]));

    /// <summary>A patient who waited is given the place of a stage.</summary>
    public void TakePlace(int patient, StageModel stage, Bundle bundle, int index)
    {
        possession.AcquireBundle(patient, bundle, isStaff: false);
        possession.LetGoPlaces(patient, stage, bundle);
        moveBacks.AskToMoveBack(patient, stage, index);
        GoOn(patient, PlaceTaken(patient, paths[patients.Items[patient].Stage], bundle));
    }

    /// <summary>Goes on from a wait that has become needless: the place is held already, or nothing is asked for any more.</summary>
    public void EndNeedlessWait(int patient, StageModel stage)
    {
        var isForPlace = patients.Items[patient].Phase == Phase.WaitingForPlace;
        waiting.EndWait(patient);
        if (!isForPlace)
        {
            TakeStaff(patient);
            return;
        }

        if (stage.PlaceMode == PlaceMode.Request)
        {
            waiting.TryTakeAtOnce(patient, paths[patients.Items[patient].Stage]);
        }
        else if (stage.PlaceMode == PlaceMode.None)
        {
            possession.LetGoPlaces(patient, stage, null);
        }

        GoOn(patient, PlaceTaken(patient, paths[patients.Items[patient].Stage], null));
    }
}
