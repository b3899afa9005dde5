namespace FlowSim.Simulator.Events;

/// <summary>What checks and tests look at; no run needs it.</summary>
internal sealed partial class EventList
{
    /// <summary>Adds all pending events, stale ones included, in no order.</summary>
    public void CopyPendingTo(List<Event> list)
    {
        list.AddRange(near.AsSpan(0, count));
        list.AddRange(later.Items);
        far.CopyTo(list);
    }
}
