using FlowSim.Simulator.Saving;

namespace FlowSim.Simulator.Measures;

/// <summary>
/// Which counted pool each patient who has a place would be in if there were room for everybody: the first choice of the stage for which the place was
/// given, whichever it is. It stays through stages that keep the place, and until the next has been given.
/// </summary>
internal sealed class FirstChoices
{
    private const int None = -1;

    private readonly int[] patientsOf;
    private readonly int[] touchedAt;

    /// <summary>By patient: the pool and one more, so that a new patient has none.</summary>
    private short[] chosen = new short[1024];

    public FirstChoices(int pools) => (patientsOf, touchedAt) = (new int[pools], new int[pools]);

    /// <summary>Patients of whom a pool is the first choice.</summary>
    public int PatientsOf(int pool) => patientsOf[pool];

    /// <summary>The first choice of a patient, or -1.</summary>
    public int Of(int patient) => patient < chosen.Length ? chosen[patient] - 1 : None;

    /// <summary>Time since a pool was last asked for this, which starts anew [s].</summary>
    public int Passed(int pool, int time)
    {
        var passed = time - touchedAt[pool];
        touchedAt[pool] = time;
        return passed;
    }

    /// <summary>To be called with the time up to now taken by <see cref="Passed"/> for both pools.</summary>
    public void Change(int patient, int pool)
    {
        if (patient >= chosen.Length)
        {
            Array.Resize(ref chosen, Math.Max(patient + 1, 2 * chosen.Length));
        }

        if (Of(patient) is >= 0 and var before)
        {
            patientsOf[before]--;
        }

        if (pool >= 0)
        {
            patientsOf[pool]++;
        }

        chosen[patient] = (short)(pool + 1);
    }

    /// <summary>Saves it, or makes it what was saved.</summary>
    public void Transfer(StateStream state)
    {
        chosen = state.Array(chosen);
        state.Into(patientsOf);
    }

    /// <summary>Takes the choices of another run over, whose pools have other indices.</summary>
    public void TakeOver(FirstChoices other, int[] poolOf, int time)
    {
        Array.Fill(touchedAt, time);
        for (var patient = 0; patient < other.chosen.Length; patient++)
        {
            if (other.Of(patient) is >= 0 and var pool && poolOf[pool] >= 0)
            {
                Change(patient, poolOf[pool]);
            }
        }
    }
}
