namespace FlowSim.Simulator.Events;

/// <summary>
/// A binary heap of events, the next on top: slower than a short sorted array, but a hundred thousand of one second cost it no more than their logarithm
/// each.
/// </summary>
internal sealed class EventHeap
{
    private Event[] items = [];

    public int Count { get; private set; }

    public ReadOnlySpan<Event> Items => items.AsSpan(0, Count);

    public void Add(Event added)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Math.Max(1024, Count * 2));
        }

        var at = Count++;
        while (at > 0 && items[(at - 1) / 2].Key > added.Key)
        {
            items[at] = items[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        items[at] = added;
    }

    /// <summary>Takes the next event; there must be one.</summary>
    public Event Take()
    {
        var top = items[0];
        var last = items[--Count];
        var at = 0;
        for (var child = 1; child < Count; child = (2 * at) + 1)
        {
            child += child + 1 < Count && items[child + 1].Key < items[child].Key ? 1 : 0;
            if (items[child].Key >= last.Key)
            {
                break;
            }

            items[at] = items[child];
            at = child;
        }

        items[at] = last;
        return top;
    }

    public void Clear() => Count = 0;
}
