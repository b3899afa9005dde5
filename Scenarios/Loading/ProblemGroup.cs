namespace FlowSim.Scenarios.Loading;

/// <summary>Problems of one cause.</summary>
/// <param name="First">The one that is told in full: the first in file and line order.</param>
/// <param name="Also">Where else the same is wrong, each place once.</param>
public sealed record ProblemGroup(Problem First, IReadOnlyList<SourceLocation> Also)
{
    /// <summary>How many places have it.</summary>
    public int Places => Also.Count + 1;
}
