using System.Runtime.CompilerServices;
using FlowSim.Benchmarks.Workloads;
using FlowSim.Simulator.Events;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;
using FlowSim.Simulator.State;

namespace FlowSim.Benchmarks.Twins;

/// <summary>The M/M/c written by hand on the kernel's event list, patient store and waiting lists.</summary>
internal sealed class MmcTwin<TDraws>
    where TDraws : struct, IDraws
{
    private const int None = -1;
    private readonly EventList events = new();
    private readonly PatientStore patients = new(0, 0, 0);
    private readonly WaitingLists lists = new(pools: 1, lowestRank: 1);
    private readonly Distribution gaps = Exponential.Of(MmcParameters.GapMean);
    private readonly Distribution services = Exponential.Of(MmcParameters.ServiceMean);
    private readonly uint service = StableHash.Of("service");
    private TDraws draws;
    private Level busy;
    private Waits waits;
    private long number;
    private long arrived;
    private long ended;

    private MmcTwin(TDraws draws) => this.draws = draws;

    public static Sample Run(TDraws draws, Workload workload)
    {
        var from = workload.WarmUp * SimTime.Day;
        var to = from + (workload.Days * SimTime.Day);
        var twin = new MmcTwin<TDraws>(draws);
        twin.ScheduleArrival(0);
        twin.RunDays(0, from);
        twin.Reset(from);
        var time = ThreadTime.Start();
        twin.RunDays(from, to);
        var seconds = time.Seconds;
        return new Sample(seconds, twin.arrived, twin.arrived + twin.ended, [twin.waits.Mean, twin.busy.Mean(from, to)]);
    }

    private void Reset(int now)
    {
        (waits, arrived, ended) = (default, 0, 0);
        busy.Reset(now);
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
            else
            {
                End(next.Subject, next.Time);
            }
        }
    }

    private void ScheduleArrival(int now) =>
        events.Push(now + gaps.Seconds(draws.Uniform(number, 0, DrawPurpose.Arrival)), EventKind.Arrival, EventCode.Arrival, None);

    private void Arrive(int now)
    {
        var patient = patients.Add([]);
        ref var record = ref patients.Items[patient];
        record.Number = number++;
        record.EnteredAt = now;
        arrived++;
        ScheduleArrival(now);
        if (busy.Value < MmcParameters.Servers)
        {
            Start(patient, now);
        }
        else
        {
            lists.Add(new Request { Patient = patient, Rank = 1, JoinedAt = now }, None);
        }
    }

    private void Start(int patient, int now)
    {
        ref var record = ref patients.Items[patient];
        waits.Add(now - record.EnteredAt);
        busy.Change(1, now);
        var ends = now + services.Seconds(draws.Uniform(record.Number, service, DrawPurpose.Stage));
        events.Push(ends, EventKind.Ending, EventCode.StageEnds, patient);
    }

    private void End(int patient, int now)
    {
        patients.Remove(patient);
        ended++;
        busy.Change(-1, now);
        var head = lists.Head(0);
        if (head != None)
        {
            var next = lists.Items[head].Patient;
            lists.Remove(ref head);
            Start(next, now);
        }
    }
}
