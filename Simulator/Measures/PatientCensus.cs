using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Measures;

/// <summary>What a census asks of pools taken together and of the patients present.</summary>
internal sealed class PatientCensus
{
    private readonly SystemModel model;
    private readonly RecorderLayout layout;
    private readonly Evaluator evaluator;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly PoolState[] pools;
    private readonly bool[]?[] holdsOneOf;

    public PatientCensus(SystemModel model, RecorderLayout layout, Evaluator evaluator, PatientStore patients, HoldingStore holdings, PoolState[] pools)
    {
        this.model = model;
        this.layout = layout;
        this.evaluator = evaluator;
        this.patients = patients;
        this.holdings = holdings;
        this.pools = pools;
        holdsOneOf = [.. layout.CensusOfPatients.Select(quantity => Membership(quantity.Pools))];
    }

    /// <summary>Adds a census at a second of the day to a record.</summary>
    public void Take(MonthRecord record, int now, int at)
    {
        CensusOver(record, at);
        CensusPresent(record, now, at);
    }

    private void CensusOver(MonthRecord record, int at)
    {
        foreach (var quantity in layout.CensusOverShare)
        {
            if (quantity.CensusAt != at)
            {
                continue;
            }

            // Place p of the cells is an instance; the last is the system, which is not the sum of its instances here.
            var places = layout.PlacesOf(quantity);
            for (var place = 0; place < places; place++)
            {
                long occupied = 0, open = 0;
                foreach (var pool in quantity.Pools)
                {
                    if (place == places - 1 || model.Pools[pool].Instance == place)
                    {
                        occupied += pools[pool].Occupied;
                        open += pools[pool].Open;
                    }
                }

                if (open > 0 && occupied >= quantity.Threshold * open)
                {
                    record.Cells[layout.CellOffset[quantity.Id] + place]++;
                }
            }
        }
    }

    private void CensusPresent(MonthRecord record, int now, int at)
    {
        var clocks = 0;
        foreach (var quantity in layout.CensusOfPatients)
        {
            clocks |= quantity.CensusAt == at ? 1 << quantity.Clock : 0;
        }

        var running = patients.Running.AsSpan(0, clocks == 0 ? 0 : patients.Used);
        for (var patient = 0; patient < running.Length; patient++)
        {
            if ((running[patient] & clocks) != 0)
            {
                CountPresent(record, patient, now, at);
            }
        }
    }

    private void CountPresent(MonthRecord record, int patient, int now, int at)
    {
        for (var index = 0; index < layout.CensusOfPatients.Length; index++)
        {
            var quantity = layout.CensusOfPatients[index];
            if (quantity.CensusAt == at && IsPresent(quantity, holdsOneOf[index], patient, now))
            {
                ref readonly var counter = ref layout.Counters[quantity.Id];
                record.Cells[counter.FirstCell + counter.CellOf(patients, patient)]++;
            }
        }
    }

    private bool IsPresent(Quantity quantity, bool[]? holds, int patient, int now)
    {
        if ((patients.Running[patient] >> quantity.Clock & 1) == 0)
        {
            return false;
        }

        var elapsed = now - patients.ClockStart[(patient * patients.Clocks) + quantity.Clock];
        return elapsed >= 0
            && elapsed / SimTime.Day > quantity.Threshold
            && (holds is null || HoldsOneOf(patients.Items[patient].FirstHolding, holds))
            && (quantity.Where is null || evaluator.Holds(quantity.Where, patient, now));
    }

    private bool HoldsOneOf(int holding, bool[] members)
    {
        for (; holding >= 0; holding = holdings.Items[holding].Next)
        {
            if (members[holdings.Items[holding].Pool])
            {
                return true;
            }
        }

        return false;
    }

    private bool[]? Membership(int[] members)
    {
        if (members.Length == 0)
        {
            return null;
        }

        var isMember = new bool[model.Pools.Length];
        foreach (var member in members)
        {
            isMember[member] = true;
        }

        return isMember;
    }
}
