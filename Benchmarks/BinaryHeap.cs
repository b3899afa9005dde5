namespace FlowSim.Benchmarks;

/// <summary>A binary heap as a textbook has it, to compare with: two children, swaps, keys of time and sequence.</summary>
internal sealed class BinaryHeap
{
    private readonly List<(long Time, long Sequence, int Subject)> items = [];
    private long sequence;

    public void Push(long time, int subject)
    {
        items.Add((time, sequence++, subject));
        for (var at = items.Count - 1; at > 0 && IsBefore(at, (at - 1) / 2); at = (at - 1) / 2)
        {
            Swap(at, (at - 1) / 2);
        }
    }

    public (long Time, int Subject) Pop()
    {
        var first = items[0];
        items[0] = items[^1];
        items.RemoveAt(items.Count - 1);
        for (var at = 0; ;)
        {
            var child = (2 * at) + 1;
            if (child + 1 < items.Count && IsBefore(child + 1, child))
            {
                child++;
            }

            if (child >= items.Count || !IsBefore(child, at))
            {
                return (first.Time, first.Subject);
            }

            Swap(at, child);
            at = child;
        }
    }

    private bool IsBefore(int a, int b) =>
        items[a].Time != items[b].Time ? items[a].Time < items[b].Time : items[a].Sequence < items[b].Sequence;

    private void Swap(int a, int b) => (items[a], items[b]) = (items[b], items[a]);
}
