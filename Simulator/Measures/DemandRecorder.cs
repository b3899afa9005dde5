using FlowSim.Simulator.Model;
using FlowSim.Simulator.Saving;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Measures;

/// <summary>
/// Records how many units of some pools are asked for and taken, by month. Only for who wants to know: a run without it is the same to the last event.
/// </summary>
internal sealed class DemandRecorder
{
    private const int None = -1;

    private readonly PoolSet[] sets;
    private readonly PoolState[] pools;
    private readonly int[] touchedAt;
    private readonly (int Set, int Position)[][] placesOfPool;
    private readonly bool[][] isMember;
    private readonly FirstChoices choices;

    /// <summary>
    /// By set: the pool that was touched last, the only one that can have changed since, and what is taken of the others; no pool: to be counted anew.
    /// </summary>
    private readonly (int Touched, int OfOthers)[] counts;
    private DemandTally[] now;

    public DemandRecorder(SystemModel model, PoolState[] pools)
    {
        this.pools = pools;
        sets = model.Measures.Demands;
        touchedAt = new int[sets.Length];
        placesOfPool = [.. Enumerable.Range(0, pools.Length).Select(pool => Enumerable.Range(0, sets.Length)
            .Where(set => sets[set].Pools.Contains(pool)).Select(set => (set, Array.IndexOf(sets[set].Pools, pool))).ToArray())];
        isMember = [.. sets.Select(set => Enumerable.Range(0, pools.Length).Select(set.Pools.Contains).ToArray())];
        choices = new FirstChoices(pools.Length);
        counts = new (int, int)[sets.Length];
        CountAnew();
        now = NewMonth();
    }

    /// <summary>The sets of a measured window, by month.</summary>
    public IReadOnlyList<DemandTally[]> Months { get; private set; } = [];

    public bool Counts(int pool) => placesOfPool[pool].Length > 0;

    /// <summary>Opens a window of so many months.</summary>
    public void Open(int months, int time)
    {
        TouchAll(time);
        Months = [.. Enumerable.Range(0, months).Select(_ => NewMonth())];
        now = Months[0];
    }

    /// <summary>Goes on to a month of the window, or to what nobody reads after its end.</summary>
    public void Cross(int month, int time)
    {
        TouchAll(time);
        now = month < Months.Count ? Months[month] : NewMonth();
    }

    /// <summary>Begins at a time.</summary>
    public void StartAt(int time)
    {
        Array.Fill(touchedAt, time);
        for (var pool = 0; pool < pools.Length; pool++)
        {
            choices.Passed(pool, time);
        }
    }

    /// <summary>Takes the patients of another run over; the states of the pools have been taken over already.</summary>
    /// <param name="other">That run's; null: nobody recorded there.</param>
    /// <param name="poolOf">By pool there: the pool here, or -1.</param>
    /// <param name="time">When.</param>
    public void TakeOver(DemandRecorder? other, int[] poolOf, int time)
    {
        CountAnew();
        if (other is not null)
        {
            choices.TakeOver(other.choices, poolOf, time);
        }
    }

    /// <summary>Saves what a branch takes over, or makes it what was saved.</summary>
    public void Transfer(StateStream state) => choices.Transfer(state);

    /// <summary>Goes on with the open window of another run of the same system; what it has counted is copied.</summary>
    /// <param name="other">That run.</param>
    /// <param name="month">The month that is open; one beyond the last: none.</param>
    /// <param name="time">When.</param>
    public void GoOnFrom(DemandRecorder other, int month, int time)
    {
        other.TouchAll(time);
        CountAnew();
        choices.TakeOver(other.choices, [.. Enumerable.Range(0, pools.Length)], time);
        Months = [.. other.Months.Select(tallies => tallies.Select((tally, set) =>
        {
            var copy = new DemandTally(sets[set]);
            copy.CopyFrom(tally);
            return copy;
        }).ToArray())];
        now = month < Months.Count ? Months[month] : NewMonth();
    }

    /// <summary>To be called before the number taken of a pool changes.</summary>
    public void Touch(int pool, int time)
    {
        foreach (var (set, _) in placesOfPool[pool])
        {
            TouchSet(set, time);
            counts[set] = (pool, TakenOf(set) - InUse(pool));
        }
    }

    /// <summary>Units of a pool are asked for as the first choice.</summary>
    public void Asked(int pool, int amount)
    {
        ref var state = ref pools[pool];
        var isShort = state.Free - state.Waiting < amount;
        foreach (var (set, position) in placesOfPool[pool])
        {
            now[set].Asked[position] += amount;
            now[set].FoundNone[position] += isShort ? amount : 0;
        }
    }

    /// <summary>A patient is to be in a pool if there is room; nothing new of one who is to be there already.</summary>
    public void Wanted(int patient, int pool)
    {
        if (choices.Of(patient) != pool)
        {
            foreach (var (set, position) in placesOfPool[pool])
            {
                now[set].Wanted[position]++;
            }
        }
    }

    /// <summary>A patient has a place for which a pool is the first choice; -1: of no pool that counts, or none any more.</summary>
    public void Placed(int patient, int pool, int time)
    {
        var before = choices.Of(patient);
        if (before == pool)
        {
            return;
        }

        foreach (var changed in (ReadOnlySpan<int>)[before, pool])
        {
            if (changed >= 0)
            {
                TouchChoices(changed, time);
            }
        }

        choices.Change(patient, pool);
        if (pool >= 0)
        {
            foreach (var (set, position) in placesOfPool[pool])
            {
                now[set].Placed[position]++;
            }
        }
    }

    /// <summary>Units of a pool are about to be given to a patient who holds what begins with a holding.</summary>
    public void Given(int pool, int amount, bool isFirstChoice, HoldingStore holdings, int firstHolding)
    {
        foreach (var (set, position) in placesOfPool[pool])
        {
            now[set].Given[position] += amount;
            now[set].Borrowed[position] += isFirstChoice ? 0 : amount;
            if (!HoldsOneOf(isMember[set], holdings, firstHolding))
            {
                now[set].Found.Add(TakenOf(set) + amount - 1, 0, 1);
            }
        }
    }

    private static bool HoldsOneOf(bool[] members, HoldingStore holdings, int at)
    {
        for (; at >= 0; at = holdings.Items[at].Next)
        {
            if (members[holdings.Items[at].Pool])
            {
                return true;
            }
        }

        return false;
    }

    private DemandTally[] NewMonth() => [.. sets.Select(set => new DemandTally(set))];

    private void TouchAll(int time)
    {
        for (var set = 0; set < sets.Length; set++)
        {
            TouchSet(set, time);
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            TouchChoices(pool, time);
        }
    }

    /// <summary>States of pools may have come from elsewhere.</summary>
    private void CountAnew() => Array.Fill(counts, (None, 0));

    private void TouchChoices(int pool, int time)
    {
        var area = (long)choices.Passed(pool, time) * choices.PatientsOf(pool);
        foreach (var (set, position) in placesOfPool[pool])
        {
            now[set].Belonging[position] += area;
        }
    }

    private void TouchSet(int set, int time)
    {
        if (time > touchedAt[set])
        {
            now[set].Taken.Add(TakenOf(set), 0, time - touchedAt[set]);
            touchedAt[set] = time;
        }
    }

    private int TakenOf(int set)
    {
        ref var count = ref counts[set];
        if (count.Touched == None)
        {
            var touched = sets[set].Pools[0];
            count = (touched, sets[set].Pools.Sum(InUse) - InUse(touched));
        }

        return count.OfOthers + InUse(count.Touched);
    }

    private int InUse(int pool) => pools[pool].Occupied + pools[pool].Turning;
}
