using System.Numerics;

namespace FlowSim.Simulator.State;

/// <summary>What can be wrong with the lists themselves.</summary>
internal sealed partial class WaitingLists
{
    /// <summary>What is wrong with a pool's list, or null; every entry found is marked.</summary>
    /// <param name="entries">Entries found.</param>
    /// <param name="waiting">Those of them who do not merely ask to move back.</param>
    public string? FaultOf(int pool, long[] marks, long mark, out int entries, out int waiting)
    {
        (entries, waiting) = (0, 0);
        for (var rank = 0; rank < ranks; rank++)
        {
            var list = (pool * ranks) + rank;
            if (first[list] == None != ((occupiedRanks[pool] >> rank & 1) == 0))
            {
                return $"rank {rank} has {(first[list] == None ? "nobody" : "somebody")}, and the mask says otherwise";
            }

            var previous = None;
            for (var at = first[list]; at != None; previous = at, at = Items[at].Next)
            {
                ref var item = ref Items[at];
                if (marks[at] >= mark || item.Pool != pool || item.Rank != rank || item.Previous != previous || item.JoinOrder >= joinOrder)
                {
                    return $"an entry of rank {rank} is in another list, or not linked back";
                }

                if (previous != None && !IsBefore(Items[previous], item))
                {
                    return $"patient record {item.Patient} joined before the one ahead";
                }

                marks[at] = mark;
                entries++;
                waiting += item.Purpose == RequestPurpose.MoveBack ? 0 : 1;
            }

            if (previous != None && last[list] != previous)
            {
                return $"the last of rank {rank} is not the last";
            }
        }

        return occupiedRanks[pool] >> ranks == 0 || ranks == 64 ? null : "the mask has ranks that do not exist";
    }

    /// <summary>What is wrong with the records, of which <paramref name="listed"/> are in lists, or null.</summary>
    public string? FaultOfRecords(long[] marks, long mark, int listed)
    {
        var free = 0;
        for (var at = firstFree; at != None; at = Items[at].NextOfPatient)
        {
            if (marks[at] >= mark || ++free > used)
            {
                return "a request is in a list and free";
            }
        }

        return listed + free == used ? null : $"of {used} requests {listed} are in lists and {free} are free";
    }
}
