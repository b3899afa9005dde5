using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>Finds what a path means, wherever it leads: to the YAML, a table or a roster.</summary>
internal static class PathSlots
{
    /// <summary>The values; if there are none, why.</summary>
    /// <param name="files">A system; to find an instance of a template a value of its own may be made in it.</param>
    /// <param name="steps">The path.</param>
    /// <param name="mayBeNew">True if the last step may be a property that a pool, stream or stage does not have yet.</param>
    /// <param name="miss">What was not found.</param>
    public static List<ValueSlot> Of(SystemFiles files, IReadOnlyList<PathStep> steps, bool mayBeNew, out PathMiss? miss) => steps[0].Name switch
    {
        SystemFolder.Tables => TablePath.Resolve(files.Tables, steps, out miss),
        SystemFolder.Rosters => TablePath.Resolve(files.Rosters, steps, out miss),
        _ => NodePath.Resolve(files.Root, steps, mayBeNew, out miss),
    };
}
