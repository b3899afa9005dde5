using System.Numerics;

namespace FlowSim.Simulator.Kernel;

/// <summary>After all events of one instant: the pools that changed are served in order of name, again until none changes ("One instant").</summary>
public sealed partial class Replication
{
    private readonly ulong[] dirty;
    private int dirtyPools;
    private BegunWait[] begunToWait = new BegunWait[64];
    private int begunCount;
    private readonly List<int> exchangeCandidates = [];

    /// <summary>The pool whose list is being served, or -1.</summary>
    private int serving = None;

    /// <summary>False while several patients move before any list is served.</summary>
    private bool servesInOrder;

    /// <summary>A wait that began in this instant.</summary>
    private struct BegunWait
    {
        public int Patient;
        public int Stage;
        public Phase Phase;
    }

    private void MarkDirty(int pool)
    {
        if (!lists.IsEmpty(pool) || keptOpen[pool] > 0)
        {
            ref var word = ref dirty[pool >> 6];
            dirtyPools += (int)(~word >> pool & 1);
            word |= 1UL << pool;
        }
    }

    /// <summary>
    /// Once a pool is short, whoever waits for it together with others is passed over in their lists, where those behind had to wait so far: they have to
    /// be served although nothing has changed there.
    /// </summary>
    private void MarkCompanionsDirty(int pool)
    {
        var (others, mostAsked) = companions[pool];
        if (others.Length == 0 || (pools[pool].Free >= mostAsked && pools[pool].Takes))
        {
            return;
        }

        foreach (var other in others)
        {
            MarkDirty(other);
        }
    }

    private void Settle()
    {
        var again = dirtyPools > 0 || begunCount > 0 || exchangeCandidates.Count > 0;
        while (again)
        {
            servesInOrder = true;
            ServeDirty();
            servesInOrder = false;

            // Places are exchanged when nobody can be served any more and it is known when those who began to wait give up.
            again = (begunCount > 0 && LookAtBegunWaits()) || (exchangeCandidates.Count > 0 && ExchangePlaces());
        }

        servesInOrder = false;
    }

    /// <summary>
    /// True when whoever asks now for a pool with an empty list is served next: no other event of the instant is to come and no list is to be served
    /// before. Then the way through the list can be left out.
    /// </summary>
    private bool IsServedNext() =>
        servesInOrder && dirtyPools == 0 && (serving == None || lists.IsEmpty(serving)) && !events.HasMoreAt(instant);

    private void ServeDirty()
    {
        while (dirtyPools > 0)
        {
            for (var word = 0; word < dirty.Length; word++)
            {
                // Pools of a higher index that change on the way are served in the same pass, lower ones in the next.
                for (var mask = dirty[word]; mask != 0;)
                {
                    var bit = BitOperations.TrailingZeroCount(mask);
                    dirty[word] &= ~(1UL << bit);
                    dirtyPools--;
                    Serve((word << 6) + bit);
                    mask = dirty[word] & (ulong.MaxValue << bit << 1);
                }
            }
        }
    }
}
