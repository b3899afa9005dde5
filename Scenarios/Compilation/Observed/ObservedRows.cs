using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Observed;

/// <summary>The arrivals of a list as they are read, packed: a list may have millions.</summary>
internal sealed class ObservedRows
{
    private readonly int width;
    private readonly int[] times;
    private readonly int[]? replications;
    private readonly int[] values;
    private int count;
    private int filled;

    /// <param name="width">Attributes of each.</param>
    /// <param name="most">Rows of the list.</param>
    /// <param name="byReplication">True if each belongs to one replication.</param>
    public ObservedRows(int width, int most, bool byReplication)
    {
        this.width = width;
        times = new int[most];
        replications = byReplication ? new int[most] : null;
        values = new int[most * width];
    }

    public void Begin(int time, int replication)
    {
        times[count] = time;
        filled = count * width;
        if (replications is not null)
        {
            replications[count] = replication;
        }
    }

    public void Add(int value) => values[filled++] = value;

    /// <summary>The arrival is complete, and kept or forgotten.</summary>
    public void End(bool keep) => count += keep ? 1 : 0;

    /// <summary>Sorted by time; those of one time in the order of the list.</summary>
    public ObservedModel ToModel(int[] attributes)
    {
        var order = new long[count];
        for (var index = 0; index < count; index++)
        {
            order[index] = ((long)times[index] << 32) | (uint)index;
        }

        Array.Sort(order);
        var sorted = new ObservedModel
        {
            Times = new int[count],
            Replication = replications is null ? null : new int[count],
            Attributes = attributes,
            Values = new int[count * width],
        };
        for (var place = 0; place < count; place++)
        {
            var index = (int)(uint)order[place];
            sorted.Times[place] = times[index];
            values.AsSpan(index * width, width).CopyTo(sorted.Values.AsSpan(place * width));
            if (replications is not null)
            {
                sorted.Replication![place] = replications[index];
            }
        }

        return sorted;
    }
}
