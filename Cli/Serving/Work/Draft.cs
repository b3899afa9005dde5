using FlowSim.Scenarios.Asked;

namespace FlowSim.Cli.Serving.Work;

/// <summary>A scenario that is worked on, with what it was before each step.</summary>
internal sealed class Draft(int number, EditedScenario scenario)
{
    /// <summary>Steps that can be taken back.</summary>
    private const int MostSteps = 200;

    private readonly LinkedList<EditedScenario> past = [];

    /// <summary>By which the page names it.</summary>
    public int Number => number;

    public EditedScenario Now { get; private set; } = scenario;

    public bool CanUndo => past.Count > 0;

    /// <summary>True where it is shown beside the one that is worked on.</summary>
    public bool IsCompared { get; set; }

    public void Step(EditedScenario next)
    {
        past.AddLast(Now);
        if (past.Count > MostSteps)
        {
            past.RemoveFirst();
        }

        Now = next;
    }

    public void Undo()
    {
        if (past.Last is { } last)
        {
            Now = last.Value;
            past.RemoveLast();
        }
    }
}
