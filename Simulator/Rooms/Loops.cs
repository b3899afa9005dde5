using System.Runtime.InteropServices;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Loops of stages that turn without time passing are found and named.</summary>
internal sealed class Loops
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly Evaluator evaluator;
    /// <summary>By stream and number: the place of a patient among those present is given to another as soon as it is free, in the same second too.</summary>
    private Dictionary<(int Stream, long Number), int>? movesOf;
    private List<(int Patient, int Stage)>? lastMoves;
    private int movesCountedAt = None;
    private int movesNow;

    public Loops(RunState run)
    {
        this.run = run;
        (patients, evaluator) = (run.Patients, run.Evaluator);
    }

    /// <summary>Moves of one patient in one second beyond which the system is refused.</summary>
    private const int MovesInOneInstant = 1000;

    /// <summary>Stages of a loop that a message can name.</summary>
    private const int LongestLoopNamed = 100;

    /// <summary>Counts moves within one second: all together at first, which costs nothing, and by patient once there are suspiciously many.</summary>
    public void CountMove(int patient, int now)
    {
        if (movesCountedAt != now)
        {
            movesCountedAt = now;
            movesNow = 0;
            movesOf?.Clear();
            lastMoves?.Clear();
        }

        if (++movesNow > MovesInOneInstant)
        {
            CountMoveOf(patient);
        }
    }

    private void CountMoveOf(int patient)
    {
        movesOf ??= [];
        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(movesOf, (patients.Items[patient].Stream, patients.Items[patient].Number), out _);
        var moves = counted++;
        if (moves >= MovesInOneInstant - LongestLoopNamed && patients.Items[patient].Stage >= 0)
        {
            (lastMoves ??= []).Add((patient, patients.Items[patient].Stage));
        }

        if (moves >= MovesInOneInstant)
        {
            throw LoopWithoutTime(patient);
        }
    }

    private SimulationException LoopWithoutTime(int patient)
    {
        List<int> way = [.. (lastMoves ?? []).Where(move => move.Patient == patient).Select(move => move.Stage)];
        var before = way.Count < 2 ? None : way.LastIndexOf(way[^1], way.Count - 2);
        var loop = before >= 0 ? string.Join(" → ", way[before..].Select(stage => run.Model.Stages[stage].Name)) : "of stages";
        return new SimulationException(
            $"more than {MovesInOneInstant} moves of one patient in one second: the loop {loop} turns without time passing ({evaluator.Describe(patient)}). Let one of its stages take time, or lead out of it");
    }
}
