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

    /// <summary>By census of the day.</summary>
    private readonly Present[][] presentAt;

    public PatientCensus(SystemModel model, RecorderLayout layout, Evaluator evaluator, PatientStore patients, HoldingStore holdings, PoolState[] pools)
    {
        this.model = model;
        this.layout = layout;
        this.evaluator = evaluator;
        this.patients = patients;
        this.holdings = holdings;
        this.pools = pools;
        presentAt = [.. layout.CensusTimes.Select(at => layout.CensusOfPatients.Where(quantity => quantity.CensusAt == at)
            .Select(quantity => new Present(quantity.Id, quantity.Clock, LeastOf(quantity.Threshold), Membership(quantity.Pools), quantity.Where)).ToArray())];
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
                    if (place == places - 1 || model.PlaceIn(model.Pools[pool].EachDimension, model.Pools[pool].Instance, quantity.By) == place)
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
        var counts = presentAt[Array.IndexOf(layout.CensusTimes, at)];
        var clocks = 0;
        foreach (ref readonly var count in counts.AsSpan())
        {
            clocks |= count.Clocks;
        }

        var running = patients.Running.AsSpan(0, clocks == 0 ? 0 : patients.Used);
        for (var patient = 0; patient < running.Length; patient++)
        {
            if ((running[patient] & clocks) != 0)
            {
                CountPresent(record, counts, patient, running[patient], now);
            }
        }
    }

    private void CountPresent(MonthRecord record, Present[] counts, int patient, int running, int now)
    {
        foreach (ref readonly var count in counts.AsSpan())
        {
            if ((running & count.Clocks) != 0
                && now - patients.ClockStart[(patient * patients.Clocks) + count.Clock] >= count.Least
                && (count.HoldsOneOf is null || HoldsOneOf(patients.Items[patient].FirstHolding, count.HoldsOneOf))
                && (count.Where is null || evaluator.Holds(count.Where, patient, now)))
            {
                ref readonly var counter = ref layout.Counters[count.Quantity];
                record.Cells[counter.FirstCell + counter.CellOf(patients, patient)]++;
            }
        }
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

    /// <summary>More than a number of whole days [s].</summary>
    private static int LeastOf(double days) => (int)Math.Clamp((Math.Floor(days) + 1) * SimTime.Day, 0, int.MaxValue);

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

    /// <summary>A count of patients present, side by side with the others of its census.</summary>
    /// <param name="Quantity">Its id.</param>
    /// <param name="Clock">The clock that has to run.</param>
    /// <param name="Least">For how long at least [s].</param>
    /// <param name="HoldsOneOf">By pool: true where it counts whoever holds it; null: whatever is held.</param>
    /// <param name="Where">What has to hold; null: nothing has to.</param>
    private readonly record struct Present(int Quantity, int Clock, int Least, bool[]? HoldsOneOf, Expression? Where)
    {
        /// <summary>Bit of the clock.</summary>
        public int Clocks { get; } = 1 << Clock;
    }
}
