using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Clocks of patients: they start within a time of entry or when a place is taken, and stop when a stage without them is begun.</summary>
internal sealed class Clocks
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly Recorder recorder;

    public Clocks(RunState run, Recorder recorder)
    {
        (this.run, this.recorder) = (run, recorder);
        patients = run.Patients;
    }

    public void StartLaterClocks(StageModel stage, int patient)
    {
        foreach (var use in stage.Clocks)
        {
            if (use.Within >= 0 && (patients.Running[patient] >> use.Clock & 1) == 0)
            {
                StartClock(patient, use.Clock, RunState.Later(run.Now, use.Within));
            }
        }
    }

    public void ChangeClocks(int patient, StageModel stage)
    {
        var now = run.Now;
        ref var item = ref patients.Items[patient];
        for (var mask = patients.Running[patient] & ~stage.ClockMask; mask != 0; mask &= mask - 1)
        {
            StopClock(patient, System.Numerics.BitOperations.TrailingZeroCount(mask));
        }

        foreach (var use in stage.Clocks)
        {
            if (use.Within >= 0)
            {
                continue;
            }

            ref var start = ref patients.ClockStart[(patient * patients.Clocks) + use.Clock];
            if ((patients.Running[patient] >> use.Clock & 1) == 0)
            {
                StartClock(patient, use.Clock, now);
            }
            else if (start > now)
            {
                start = now;
            }
        }
    }

    public void StartClock(int patient, int clock, int at)
    {
        var index = (patient * patients.Clocks) + clock;
        patients.ClockStart[index] = at;
        patients.ClockRuns[index]++;
        patients.Running[patient] |= 1 << clock;
        recorder.ClockStarted(clock, patient, run.Now);
    }

    public void StopClock(int patient, int clock)
    {
        var now = run.Now;
        patients.Running[patient] &= ~(1 << clock);
        var length = Math.Max(0, now - patients.ClockStart[(patient * patients.Clocks) + clock]);
        recorder.ClockStopped(clock, patient, now, length);
    }
}
