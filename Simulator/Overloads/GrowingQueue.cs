namespace FlowSim.Simulator.Overloads;

/// <summary>A queue that grows, and what holds it up.</summary>
/// <param name="PerDay">By how many it grows [patients a day].</param>
/// <param name="Chain">The pool that is waited for; then the pool that most of those wait for who hold its units up; and so on to the last that is
/// short.</param>
/// <param name="IsCircle">The chain comes back to a pool in it, and nearly all units of these are held by patients who wait: nobody moves.</param>
internal sealed record GrowingQueue(double PerDay, IReadOnlyList<int> Chain, bool IsCircle)
{
    /// <summary>The pool that is waited for.</summary>
    public int Pool => Chain[0];

    /// <summary>The pool that is short.</summary>
    public int ShortPool => Chain[^1];
}

/// <summary>Patients who gather in a stage that nobody waits for: more begin it than end it.</summary>
/// <param name="PerDay">By how many [patients a day].</param>
internal sealed record GrowingStage(int Stage, double PerDay);
