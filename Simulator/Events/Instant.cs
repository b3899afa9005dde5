namespace FlowSim.Simulator.Events;

/// <summary>
/// What of one second happens before any list is served: endings and changes of capacity together, so that nobody is begun in the second in which a pool
/// closes, and each later kind for itself. A range of event keys.
/// </summary>
internal struct Instant
{
    private const long KeysOfKind = 1L << EventList.SequenceBits;
    private const long KindsOfSecond = 7L << EventList.SequenceBits;

    private long first;
    private long keys;

    public Instant(in Event next) => Begin(next);

    /// <summary>Another instant begins with an event. In place: the processor is slow to read two words together that were just written singly.</summary>
    public void Begin(in Event next)
    {
        var kind = next.Key & ~(KeysOfKind - 1);
        var isBeforeServing = next.Kind <= EventKind.Roster;
        first = isBeforeServing ? kind & ~KindsOfSecond : kind;
        keys = isBeforeServing ? 2 * KeysOfKind : KeysOfKind;
    }

    /// <summary>True when an event of this key belongs to the instant.</summary>
    public readonly bool Contains(long key) => (ulong)(key - first) < (ulong)keys;
}
