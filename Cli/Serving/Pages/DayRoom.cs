using FlowSim.Plots.Flows;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Cli.Serving.Pages;

/// <summary>How many are in each stage at once on a day, at most: so much room a picture needs. Who passes within a second needs none.</summary>
internal sealed class DayRoom
{
    private static readonly Standing Nowhere = new(-1, Where.Waiting);

    private readonly SystemModel model;
    private readonly int[,] now;
    private readonly int[,] most;
    private readonly Standing[] standing;
    private readonly HashSet<Standing> changed = [];

    private DayRoom(FollowedRun run)
    {
        model = run.Model;
        now = new int[model.StageTemplates.Length, Enum.GetValues<Where>().Length];
        most = (int[,])now.Clone();
        standing = new Standing[run.Patients.Count];
        Array.Fill(standing, Nowhere);
    }

    private enum Where
    {
        Inside,
        WaitingInside,
        Waiting,
    }

    /// <summary>By stage, without instance.</summary>
    public static Dictionary<string, MapRoom> Of(FollowedRun run)
    {
        var room = new DayRoom(run);
        var time = int.MinValue;
        foreach (var step in run.Steps)
        {
            if (step.Time > time)
            {
                room.Look();
                time = step.Time;
            }

            room.Take(step);
        }

        room.Look();
        return Enumerable.Range(0, room.model.StageTemplates.Length)
            .Select(stage => (Name: room.model.StageTemplates[stage], Room: new MapRoom(room.most[stage, 0], room.most[stage, 1], room.most[stage, 2])))
            .Where(pair => pair.Room != default).ToDictionary(pair => pair.Name, pair => pair.Room, StringComparer.Ordinal);
    }

    private void Take(in FollowedStep step)
    {
        ref var stands = ref standing[step.Patient];
        var next = Next(step, stands);
        Count(stands, -1);
        Count(next, 1);
        stands = next;
    }

    private Standing Next(in FollowedStep step, Standing stands) => step.Step switch
    {
        TraceStep.Left => Nowhere,
        TraceStep.Entered => At(step, Where.Waiting),
        TraceStep.Started => At(step, Where.Inside),
        TraceStep.Taken => At(step, Placed(step)),
        TraceStep.Present => At(step, step.IsServed ? Where.Inside : step.IsPlaced ? Placed(step) : Where.Waiting),
        _ => stands,
    };

    private Standing At(in FollowedStep step, Where where) => new(model.Stages[step.Stage].Template, where);

    /// <summary>Who waits for staff stands in a place, if the stage has one or lets the patient stay.</summary>
    private Where Placed(in FollowedStep step) => model.Stages[step.Stage].PlaceMode == PlaceMode.None ? Where.Waiting : Where.WaitingInside;

    private void Count(Standing at, int change)
    {
        if (at.Stage >= 0)
        {
            now[at.Stage, (int)at.Where] += change;
            changed.Add(at);
        }
    }

    private void Look()
    {
        foreach (var (stage, where) in changed)
        {
            most[stage, (int)where] = Math.Max(most[stage, (int)where], now[stage, (int)where]);
        }

        changed.Clear();
    }

    private readonly record struct Standing(int Stage, Where Where);
}
