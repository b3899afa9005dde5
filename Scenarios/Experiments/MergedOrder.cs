namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// The common order of several lists that agree where they overlap: what a later list has in addition stands after
/// what it follows there. It does not depend on anything but the lists and their order.
/// </summary>
internal sealed class MergedOrder<TKey, TValue>
    where TKey : notnull
{
    private readonly LinkedList<TValue> items = [];
    private readonly Dictionary<TKey, LinkedListNode<TValue>> nodes = [];
    private LinkedListNode<TValue>? last;

    /// <summary>The next list begins.</summary>
    public void StartOver() => last = null;

    /// <summary>The item of a key, made and put in its place if it is new.</summary>
    public TValue Visit(TKey key, Func<TValue> make)
    {
        if (!nodes.TryGetValue(key, out var node))
        {
            node = last is null ? items.AddFirst(make()) : items.AddAfter(last, make());
            nodes.Add(key, node);
        }

        last = node;
        return node.Value;
    }

    public List<TValue> ToList() => [.. items];
}
