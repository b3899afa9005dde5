using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Overloads;

/// <summary>How many patients are where at one moment, as far as an overload is told from it.</summary>
internal sealed class Headcount
{
    public Headcount(int pools, int stages)
    {
        WaitingFor = new int[pools];
        Returned = new long[pools];
        Idle = new double[pools];
        HeldUp = new double[pools];
        InStage = new int[stages];
    }

    /// <summary>When [s].</summary>
    public int Time { get; set; }

    /// <summary>Patients present.</summary>
    public int Present { get; set; }

    /// <summary>By pool: patients who wait and whose first choice it is. Who also stands in the list of an alternative is counted once [patients].</summary>
    public int[] WaitingFor { get; }

    /// <summary>By pool: given and let go again since the start; of slots, which are used up, all that were given [units].</summary>
    public long[] Returned { get; }

    /// <summary>By pool: share of what is open that nobody uses [0 to 1].</summary>
    public double[] Idle { get; }

    /// <summary>By pool: share of what is in use that patients hold who wait for something else [0 to 1].</summary>
    public double[] HeldUp { get; }

    /// <summary>By stage: patients whose time in it runs [patients].</summary>
    public int[] InStage { get; }

    /// <summary>When [d].</summary>
    public double Days => Time / (double)SimTime.Day;

    /// <summary>Takes over the numbers of another of a like system.</summary>
    public void CopyFrom(Headcount other)
    {
        (Time, Present) = (other.Time, other.Present);
        other.WaitingFor.CopyTo(WaitingFor, 0);
        other.Returned.CopyTo(Returned, 0);
        other.Idle.CopyTo(Idle, 0);
        other.HeldUp.CopyTo(HeldUp, 0);
        other.InStage.CopyTo(InStage, 0);
    }
}
