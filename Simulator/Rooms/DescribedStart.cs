using FlowSim.Simulator.Events;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;
using FlowSim.Simulator.State;
using FlowSim.Simulator.Streams;

namespace FlowSim.Simulator.Rooms;

/// <summary>Patients who are there when a run begins.</summary>
internal sealed class DescribedStart
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly PoolState[] pools;
    private readonly EventList events;
    private readonly Evaluator evaluator;
    private readonly Recorder recorder;
    private readonly Arrivals arrivals;
    private readonly Clocks clocks;
    private readonly Delays delays;
    private readonly DemandWatch demandWatch;
    private readonly Journey journey;
    private readonly Possession possession;
    private readonly Sets sets;
    private readonly Waiting waiting;

    public DescribedStart(RunState run, Recorder recorder, Arrivals arrivals, Clocks clocks, Delays delays, DemandWatch demandWatch, Journey journey,
        Possession possession, Sets sets, Waiting waiting)
    {
        this.run = run;
        this.recorder = recorder;
        this.arrivals = arrivals;
        this.clocks = clocks;
        this.delays = delays;
        this.demandWatch = demandWatch;
        this.journey = journey;
        this.possession = possession;
        this.sets = sets;
        this.waiting = waiting;
        (patients, pools, events, evaluator) = (run.Patients, run.Pools, run.Events, run.Evaluator);
    }

    public void PlaceInitialPatients()
    {
        var model = run.Model;
        var numbers = new long[model.Streams.Length];
        var residuals = new Dictionary<Distribution, ResidualStay?>();
        for (var stage = 0; stage < model.Stages.Length; stage++)
        {
            foreach (var census in model.Stages[stage].StartsWith)
            {
                for (var index = 0; index < census.InPlace; index++)
                {
                    PlaceInitial(InitialPatient(census, numbers), stage, residuals);
                }
            }
        }

        for (var stage = 0; stage < model.Stages.Length; stage++)
        {
            foreach (var census in model.Stages[stage].StartsWith)
            {
                for (var index = 0; index < census.Waiting; index++)
                {
                    var patient = InitialPatient(census, numbers);
                    if (journey.EnterStage(patient, stage))
                    {
                        journey.Enter(patient, journey.EndStage(patient));
                    }
                }
            }
        }
    }

    /// <summary>Initial patients have numbers below 0: no arrival ever has one.</summary>
    private int InitialPatient(InitialCensus census, long[] numbers)
    {
        var patient = arrivals.AddPatient(census.Stream, run.Model.Streams[census.Stream], -++numbers[census.Stream], ArrivalDraws.None);
        sets.MakeSets(census.Sets, patient, DrawPurpose.Census, 0);
        return patient;
    }

    /// <summary>Puts a patient into a stage that has been going on for some time; those for whom there is no room wait.</summary>
    private void PlaceInitial(int patient, int stageIndex, Dictionary<Distribution, ResidualStay?> residuals)
    {
        var now = run.Now;
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[stageIndex];
        item.Stage = stageIndex;
        item.EnteredAt = now;
        item.TakenAt = now;
        item.StartedAt = now;
        recorder.PresenceChanged(stageIndex, +1, now);
        patients.Take(patient, stage.Own);
        item.Visit = ++patients.Visits[(patient * patients.Templates) + stage.Template];
        sets.MakeSets(stage.Sets, patient, DrawPurpose.Sets, item.Visit);
        if (stage.PlaceMode == PlaceMode.Request)
        {
            var index = FirstWithRoom(patient, stage);
            if (index < 0)
            {
                clocks.StartLaterClocks(stage, patient);
                waiting.WaitForPlace(patient, stage);
                return;
            }

            possession.AcquireBundle(patient, stage.Place[index], isStaff: false);
            delays.StartDelayInPlace(patient, stage, stage.Place[index]);
            if (recorder.Demand is not null)
            {
                demandWatch.CountPlaced(patient, stage);
            }
        }

        item.Phase = Phase.InService;
        var block = run.Draw(item, stage.KeyHash, DrawPurpose.Stage, item.Visit, 0);
        item.RoutingDraw = block.W2;
        var (total, elapsed) = InitialStay(stage, patient, block, residuals);
        foreach (var use in stage.Clocks)
        {
            clocks.StartClock(patient, use.Clock, now - elapsed);
        }

        item.EndsAt = RunState.Later(now, Math.Max(1, total - elapsed));
        item.LiveSequence = events.Push(item.EndsAt, EventKind.Ending, EventCode.StageEnds, patient);
    }

    private (int Total, int Elapsed) InitialStay(StageModel stage, int patient, in RandomBlock block, Dictionary<Distribution, ResidualStay?> residuals)
    {
        var now = run.Now;
        var spec = evaluator.Spec(stage.Time, patient, now);
        if (spec.Kind != TimeKind.Drawn || ResidualOf(spec.Distribution!, residuals) is not { } residual)
        {
            return (evaluator.Length(spec, patient, now, block.Uniform), 0);
        }

        ref var item = ref patients.Items[patient];
        var second = run.Draw(item, stage.KeyHash, DrawPurpose.Census, item.Visit, 0);
        return residual.Draw(block.Uniform, second.Uniform);
    }

    /// <summary>Null for a stay that is 0 on average: nobody is found in the middle of it.</summary>
    private static ResidualStay? ResidualOf(Distribution stay, Dictionary<Distribution, ResidualStay?> residuals)
    {
        if (!residuals.TryGetValue(stay, out var residual))
        {
            residuals.Add(stay, residual = stay.Mean > 0 ? new ResidualStay(stay) : null);
        }

        return residual;
    }

    private int FirstWithRoom(int patient, StageModel stage)
    {
        for (var index = 0; index < stage.Place.Length; index++)
        {
            if (stage.Place[index].Items.All(item => pools[evaluator.PoolOf(item, patient)].Free >= item.Amount))
            {
                return index;
            }
        }

        return None;
    }
}
