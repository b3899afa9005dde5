using FlowSim.Benchmarks.Twins;
using FlowSim.Benchmarks.Workloads;
using SimSharp;

namespace FlowSim.Benchmarks.SimSharp;

/// <summary>
/// The bed-blocking model as Sim# has it: each patient is a process that asks for beds and lets time pass. Nothing of our kernel is in it.
/// </summary>
/// <remarks>
/// In one second, endings come before arrivals, and those who arrive together ask for the ward by rank. Sim# has a number for the order of what happens
/// at one time, lower first; what it gives or takes itself has 0, so a bed that came free is given before anyone arrives.
/// </remarks>
internal sealed class BedBlockingProcesses
{
    private const int EndingsFirst = 0;
    private const int ThenArrivals = 1;
    private readonly FirstComeSimulation simulation = new();
    private readonly PriorityResource wardBeds;
    private readonly Resource communityBeds;
    private readonly IReadOnlyList<PatientPlan> plans;
    private Waits wardWaits;
    private Waits communityWaits;
    private int arrived;
    private int staysEnded;

    public BedBlockingProcesses(IReadOnlyList<PatientPlan> plans)
    {
        this.plans = plans;
        Courses = new Course[plans.Count];
        wardBeds = new PriorityResource(simulation, BedBlockingParameters.WardBeds);
        communityBeds = new Resource(simulation, BedBlockingParameters.CommunityBeds);
    }

    /// <summary>One for each plan, in their order; those who had not arrived by the end are not begun.</summary>
    public Course[] Courses { get; }

    public int MostPending => simulation.MostPending;

    /// <summary>How many of the plans arrived since the start.</summary>
    public int Begun { get; private set; }

    private int Now => (int)((simulation.Now - simulation.StartDate).Ticks / TimeSpan.TicksPerSecond);

    /// <summary>
    /// The whole run; its sample is of the part after the warm-up. The measures are the mean waits for the ward and for the community unit [min].
    /// </summary>
    public Sample Run(Workload workload)
    {
        simulation.Process(Arrivals());
        RunDays(workload.WarmUp);
        (wardWaits, communityWaits, arrived, staysEnded) = (default, default, 0, 0);
        var time = ThreadTime.Start();
        RunDays(workload.Days);
        var seconds = time.Seconds;
        return new Sample(seconds, arrived, arrived + staysEnded, [wardWaits.Mean, communityWaits.Mean]);
    }

    private void RunDays(int days)
    {
        if (days > 0)
        {
            simulation.Run(TimeSpan.FromDays(days));
        }
    }

    private IEnumerable<Event> Arrivals()
    {
        var last = 0;
        for (var patient = 0; patient < plans.Count; patient++)
        {
            var at = plans[patient].ArrivesAt;
            yield return simulation.Timeout(TimeSpan.FromSeconds(at - last), ThenArrivals);
            last = at;
            simulation.Process(Patient(patient), ThenArrivals + plans[patient].Rank);
        }
    }

    private IEnumerable<Event> Patient(int patient)
    {
        var plan = plans[patient];
        Arrive(patient);
        var wardBed = wardBeds.Request(plan.Rank);
        yield return wardBed;
        Courses[patient].WardFrom = Now;
        wardWaits.Add(Now - Courses[patient].ArrivedAt);
        yield return simulation.Timeout(TimeSpan.FromSeconds(plan.WardStay), EndingsFirst);
        Courses[patient].ReadyAt = Now;
        staysEnded++;
        if (!plan.GoesOn)
        {
            wardBeds.Release(wardBed);
            Courses[patient].LeftAt = Now;
            yield break;
        }

        var communityBed = communityBeds.Request();
        yield return communityBed;
        wardBeds.Release(wardBed);
        Courses[patient].CommunityFrom = Now;
        communityWaits.Add(Now - Courses[patient].ReadyAt);
        yield return simulation.Timeout(TimeSpan.FromSeconds(plan.CommunityStay), EndingsFirst);
        staysEnded++;
        communityBeds.Release(communityBed);
        Courses[patient].LeftAt = Now;
    }

    private void Arrive(int patient)
    {
        Courses[patient] = new Course(Now);
        Begun++;
        arrived++;
    }
}
