using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.Overloads;

/// <summary>
/// Remembers how many patients were where in the recent past, so that a run that is stopped as overloaded can say what grew. A moment is kept each time a
/// tenth more patients are present than at the fewest since the last: often while a system fills up, hardly ever once it is steady, and always over the
/// time in which the number present last doubled, be that days or years. Nothing is allocated after the start.
/// </summary>
internal sealed class OverloadWatch
{
    /// <summary>1.1 to the eighth is more than 2: over the moments kept a number that only grows has doubled.</summary>
    private const int Kept = 8;

    private const double Step = 1.1;

    private readonly Headcount[] kept;
    private int taken;
    private int fewest;

    public OverloadWatch(int pools, int stages) => kept = [.. Enumerable.Range(0, Kept).Select(_ => new Headcount(pools, stages))];

    /// <summary>The moments kept, in order of time.</summary>
    public IEnumerable<Headcount> Past => Enumerable.Range(Math.Max(0, taken - Kept), Math.Min(taken, Kept)).Select(index => kept[index % Kept]);

    /// <summary>True when the moment with so many present should be kept; looked at once a simulated day.</summary>
    public bool IsDue(int present)
    {
        fewest = Math.Min(fewest, present);
        return taken == 0 || present > fewest * Step;
    }

    /// <summary>The record to fill with the present moment, in place of the oldest.</summary>
    public Headcount Next(int present)
    {
        fewest = present;
        return kept[taken++ % Kept];
    }

    /// <summary>Takes over what another of a like system remembers.</summary>
    public void CopyFrom(OverloadWatch other)
    {
        (taken, fewest) = (other.taken, other.fewest);
        for (var index = 0; index < Kept; index++)
        {
            kept[index].CopyFrom(other.kept[index]);
        }
    }
}
