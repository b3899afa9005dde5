using System.Runtime.CompilerServices;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Saving;

namespace FlowSim.Simulator.Measures;

/// <summary>
/// Moves from each source to each target. Most sources have a few targets only, so the first four met of each source are counted side by side, where
/// they stay in the cache; the others in a matrix.
/// </summary>
internal sealed class FlowCounts
{
    private readonly int targets;
    private readonly Few[] few;
    private readonly int[] others;

    public FlowCounts(int sources, int targets)
    {
        this.targets = targets;
        few = new Few[sources];
        others = new int[sources * targets];
        foreach (ref var line in few.AsSpan())
        {
            ((Span<int>)line.Target).Fill(-1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int source, int target)
    {
        ref var line = ref few[source];
        if (line.Target[0] == target)
        {
            line.Count[0]++;
        }
        else
        {
            AddToAnother(ref line, source, target);
        }
    }

    private void AddToAnother(ref Few line, int source, int target)
    {
        for (var at = 0; at < Few.Length; at++)
        {
            if (line.Target[at] == target || line.Target[at] < 0)
            {
                line.Target[at] = target;
                line.Count[at]++;
                return;
            }
        }

        others[(source * targets) + target]++;
    }

    /// <summary>Moves from a source to a target.</summary>
    public int Of(int source, int target)
    {
        var line = few[source];
        var at = ((ReadOnlySpan<int>)line.Target).IndexOf(target);
        return at >= 0 ? line.Count[at] : others[(source * targets) + target];
    }

    /// <summary>True when the other has the same sources and targets.</summary>
    public bool IsLike(FlowCounts other) => few.Length == other.few.Length && targets == other.targets;

    /// <summary>Takes over the counts of another of the same layout.</summary>
    public void CopyFrom(FlowCounts other)
    {
        other.few.CopyTo(few, 0);
        other.others.CopyTo(others, 0);
    }

    /// <summary>Saves it, or makes it what was saved.</summary>
    public void Transfer(StateStream state)
    {
        state.Into(few);
        state.Into(others);
    }

    [InlineArray(Few.Length)]
    private struct Four
    {
        private int first;
    }

    private struct Few
    {
        public const int Length = 4;
        public Four Target;
        public Four Count;
    }
}
