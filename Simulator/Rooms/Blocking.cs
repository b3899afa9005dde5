using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>
/// What counts as held where a deadlock is looked for: every unit, so that an exchange passes nobody over; or as many units as leave too few for the head
/// of the list: nobody is ever served then either, unless something to come lets somebody go.
/// </summary>
internal enum DeadlockOf
{
    AllUnits,
    Enough,
}

/// <summary>
/// Who may be in a deadlock: patients who have ended, hold a place and wait for another. What happens to a pool or a patient is looked at here as it
/// happens, so that a deadlock is looked for only where one can have come about (docs/law.md, sentence 13).
/// </summary>
internal sealed class Blocking
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly Agenda agenda;

    public Blocking(RunState run, Agenda agenda)
    {
        (this.run, this.agenda) = (run, agenda);
        (patients, holdings, lists, pools) = (run.Patients, run.Holdings, run.Lists, run.Pools);
    }

    public void CountBoarding(int patient, int by)
    {
        foreach (var at in run.HoldingsOf(patient))
        {
            ref var holding = ref holdings.Items[at];
            if (!holding.IsStaff)
            {
                pools[holding.Pool].Boarding += by * holding.Amount;
            }
        }
    }

    public bool HoldsFullyBlockedPool(int patient, DeadlockOf what)
    {
        foreach (var at in run.HoldingsOf(patient))
        {
            if (!holdings.Items[at].IsStaff && IsFullyBlocked(holdings.Items[at].Pool, what))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsFullyBlocked(int pool, DeadlockOf what)
    {
        ref var state = ref pools[pool];
        return state.Boarding > 0 && state.Boarding >= state.Occupied && state.Turning == 0 && run.Model.Pools[pool].Kind != PoolKind.Slots
            && (state.Free <= 0 || (what == DeadlockOf.Enough && IsTooLittleForHead(pool)));
    }

    /// <summary>What is free is not enough for the head, who asks for this pool alone and so blocks those behind.</summary>
    private bool IsTooLittleForHead(int pool)
    {
        var head = lists.Head(pool);
        return head != None && lists.Items[head].Purpose != RequestPurpose.MoveBack && lists.Items[head].Amount > pools[pool].Free
            && run.Model.Bundles[lists.Items[head].Bundle].Items.Length == 1;
    }

    /// <summary>A pool that could not take part in an exchange can again: those who wait for it while holding a place are looked at.</summary>
    public void LookForDeadlockAt(int pool)
    {
        if (!IsFullyBlocked(pool, DeadlockOf.Enough))
        {
            return;
        }

        for (var at = lists.Head(pool); at != None; at = lists.After(at))
        {
            if (lists.Items[at].Purpose == RequestPurpose.Place && run.HoldsPlace(lists.Items[at].Patient))
            {
                agenda.Blocked.Add(lists.Items[at].Patient);
            }
        }
    }

    /// <summary>
    /// Something has happened to a patient who goes on waiting: a deadlock may have come about of which he or she holds a place, or the head of whose list
    /// he or she is.
    /// </summary>
    public void LookForDeadlockOf(int patient)
    {
        if (patients.Items[patient].Phase is not (Phase.WaitingForPlace or Phase.WaitingForStaff))
        {
            return;
        }

        if (patients.Items[patient].Phase == Phase.WaitingForPlace && HoldsFullyBlockedPool(patient, DeadlockOf.Enough))
        {
            agenda.Blocked.Add(patient);
        }

        foreach (var at in run.RequestsOf(patient))
        {
            LookForDeadlockBehind(lists.Items[at].Pool);
        }
    }

    /// <summary>A list may have a new head for whom too little is free: those behind who hold a place are looked at.</summary>
    public void LookForDeadlockBehind(int pool)
    {
        if (pools[pool].Boarding > 0 && pools[pool].Free > 0)
        {
            LookForDeadlockAt(pool);
        }
    }

    /// <summary>
    /// Those who still hold a unit may be all who wait for each other, where there is more in use than capacity, or less free than anybody asks for.
    /// </summary>
    public void LookForDeadlockOfThoseLeft(int pool)
    {
        if (pools[pool].Boarding > 0)
        {
            LookForDeadlockAt(pool);
        }
    }
}
