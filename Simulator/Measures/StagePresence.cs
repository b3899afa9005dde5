namespace FlowSim.Simulator.Measures;

/// <summary>Patients in each stage, and for how long: counted only where somebody wants to know.</summary>
internal sealed class StagePresence
{
    private readonly int[] patients;
    private readonly long[] area;
    private readonly int[] touchedAt;

    /// <param name="stages">Number of stage instances.</param>
    public StagePresence(int stages)
    {
        patients = new int[stages];
        area = new long[stages];
        touchedAt = new int[stages];
    }

    /// <summary>Patients in a stage now.</summary>
    public int In(int stage) => patients[stage];

    /// <summary>One more (+1) or less (-1).</summary>
    public void Change(int stage, int by, int now)
    {
        Touch(stage, now);
        patients[stage] += by;
    }

    /// <summary>What was added up before is no matter.</summary>
    public void StartAt(int now)
    {
        Array.Clear(area);
        Array.Fill(touchedAt, now);
    }

    /// <summary>Adds the time that patients have spent in stages since this was last asked [patient s].</summary>
    public void DrainTo(long[] sums, int now)
    {
        for (var stage = 0; stage < sums.Length; stage++)
        {
            Touch(stage, now);
            sums[stage] += area[stage];
            area[stage] = 0;
        }
    }

    private void Touch(int stage, int now)
    {
        area[stage] += (long)(now - touchedAt[stage]) * patients[stage];
        touchedAt[stage] = now;
    }
}
