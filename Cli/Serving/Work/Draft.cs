using FlowSim.Scenarios.Asked;

namespace FlowSim.Cli.Serving.Work;

/// <summary>A scenario that is worked on, with what it was before each step.</summary>
/// <param name="number">By which the page names it.</param>
/// <param name="scenario">What it is at first.</param>
/// <param name="isSaved">True where that stands in a file or is none of the reader's own.</param>
internal sealed class Draft(int number, EditedScenario scenario, bool isSaved)
{
    /// <summary>Steps that can be taken back.</summary>
    private const int MostSteps = 200;

    private readonly LinkedList<EditedScenario> past = [];
    private EditedScenario? saved = isSaved ? scenario : null;

    /// <summary>By which the page names it.</summary>
    public int Number => number;

    public EditedScenario Now { get; private set; } = scenario;

    /// <summary>False where nobody has a file of it as it is, and it says more than the baseline.</summary>
    public bool IsSaved => ReferenceEquals(saved, Now) || (Now.IsEmpty && Now.Costs.Count == 0);

    public bool CanUndo => past.Count > 0;

    /// <summary>True where it is shown beside the one that is worked on.</summary>
    public bool IsCompared { get; set; }

    /// <summary>Its text as a file; it is saved then.</summary>
    public string Save()
    {
        saved = Now;
        return Now.Text;
    }

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
