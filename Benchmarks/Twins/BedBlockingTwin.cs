using System.Runtime.CompilerServices;
using FlowSim.Benchmarks.Workloads;
using FlowSim.Simulator.Events;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;
using FlowSim.Simulator.State;

namespace FlowSim.Benchmarks.Twins;

/// <summary>The bed-blocking model written by hand on the kernel's event list, patient store and waiting lists.</summary>
internal sealed class BedBlockingTwin<TDraws>
    where TDraws : struct, IDraws
{
    private const int None = -1;
    private const int WardPool = 0;
    private const int CommunityPool = 1;
    private readonly EventList events = new();
    private readonly PatientStore patients = new(0, 0, 0);
    private readonly WaitingLists lists = new(pools: 2, lowestRank: 2);
    private readonly DailyProfile profile = new(BedBlockingParameters.PerHour);
    private readonly Distribution unit = Exponential.Of(1);
    private readonly Distribution wardStays = Lognormal.MeanSd(BedBlockingParameters.WardMean, BedBlockingParameters.WardSd);
    private readonly Distribution communityStays = Lognormal.MeanSd(BedBlockingParameters.CommunityMean, BedBlockingParameters.CommunitySd);
    private readonly uint wardName = StableHash.Of("ward");
    private readonly uint communityName = StableHash.Of("community");
    private TDraws draws;
    private Level ward;
    private Level community;
    private Waits waits;
    private Waits delays;
    private long number;
    private byte nextRank;
    private long arrived;
    private long ended;

    private BedBlockingTwin(TDraws draws) => this.draws = draws;

    public static Sample Run(TDraws draws, Workload workload)
    {
        var from = workload.WarmUp * SimTime.Day;
        var to = from + (workload.Days * SimTime.Day);
        var twin = new BedBlockingTwin<TDraws>(draws);
        twin.ScheduleArrival();
        twin.RunDays(0, from);
        twin.Reset(from);
        var time = ThreadTime.Start();
        twin.RunDays(from, to);
        var seconds = time.Seconds;
        double[] measures = [twin.waits.Mean, twin.ward.Mean(from, to), twin.delays.Mean, twin.community.Mean(from, to)];
        return new Sample(seconds, twin.arrived, twin.arrived + twin.ended, measures);
    }

    private void Reset(int now)
    {
        (waits, delays, arrived, ended) = (default, default, 0, 0);
        ward.Reset(now);
        community.Reset(now);
    }

    /// <summary>Day by day, so that the loop is called often and compiled as hot code, not as part of this one.</summary>
    private void RunDays(int from, int to)
    {
        for (var end = from + SimTime.Day; end <= to; end += SimTime.Day)
        {
            RunBefore(end);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunBefore(int end)
    {
        while (events.TryPeek(out var next) && next.Time < end)
        {
            events.Drop();
            if (next.Code == EventCode.Arrival)
            {
                Arrive(next.Time);
            }
            else if (next.Payload == CommunityPool)
            {
                EndCommunity(next.Subject, next.Time);
            }
            else
            {
                EndWard(next.Subject, next.Time);
            }
        }
    }

    /// <summary>The next arrival and who it is.</summary>
    private void ScheduleArrival()
    {
        var uniform = draws.Uniform(number, 0, DrawPurpose.Arrival, out var word);
        nextRank = word < BedBlockingParameters.PriorityBelow ? (byte)1 : (byte)2;
        events.Push(profile.Next(unit.Quantile(uniform)), EventKind.Arrival, EventCode.Arrival, None);
    }

    private void Arrive(int now)
    {
        var patient = patients.Add([]);
        ref var record = ref patients.Items[patient];
        record.Number = number++;
        record.EnteredAt = now;
        record.Rank = nextRank;
        arrived++;
        ScheduleArrival();
        if (ward.Value < BedBlockingParameters.WardBeds)
        {
            EnterWard(patient, now);
        }
        else
        {
            lists.Add(new Request { Patient = patient, Pool = WardPool, Rank = record.Rank, JoinedAt = now }, None);
        }
    }

    private void EnterWard(int patient, int now)
    {
        ref var record = ref patients.Items[patient];
        waits.Add(now - record.EnteredAt);
        ward.Change(1, now);
        var uniform = draws.Uniform(record.Number, wardName, DrawPurpose.Stage, out record.RoutingDraw);
        events.Push(now + wardStays.Seconds(uniform), EventKind.Ending, EventCode.StageEnds, patient, WardPool);
    }

    private void EndWard(int patient, int now)
    {
        ended++;
        ref var record = ref patients.Items[patient];
        if (record.RoutingDraw >= BedBlockingParameters.GoesOnBelow)
        {
            patients.Remove(patient);
            LeaveWard(now);
            return;
        }

        record.EnteredAt = now;
        if (community.Value < BedBlockingParameters.CommunityBeds)
        {
            EnterCommunity(patient, now);
            LeaveWard(now);
        }
        else
        {
            lists.Add(new Request { Patient = patient, Pool = CommunityPool, Rank = 1, JoinedAt = now }, None);
        }
    }

    private void LeaveWard(int now)
    {
        ward.Change(-1, now);
        if (TakeHead(WardPool, out var patient))
        {
            EnterWard(patient, now);
        }
    }

    private void EnterCommunity(int patient, int now)
    {
        ref var record = ref patients.Items[patient];
        delays.Add(now - record.EnteredAt);
        community.Change(1, now);
        var uniform = draws.Uniform(record.Number, communityName, DrawPurpose.Stage);
        events.Push(now + communityStays.Seconds(uniform), EventKind.Ending, EventCode.StageEnds, patient, CommunityPool);
    }

    private void EndCommunity(int patient, int now)
    {
        ended++;
        patients.Remove(patient);
        community.Change(-1, now);
        if (TakeHead(CommunityPool, out var next))
        {
            EnterCommunity(next, now);
            LeaveWard(now);
        }
    }

    private bool TakeHead(int pool, out int patient)
    {
        var head = lists.Head(pool);
        patient = head == None ? None : lists.Items[head].Patient;
        if (head == None)
        {
            return false;
        }

        lists.Remove(ref head);
        return true;
    }
}
