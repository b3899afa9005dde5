namespace FlowSim.Simulator.Model;

/// <summary>What a roster gives, averaged.</summary>
public static class MeanCapacity
{
    /// <summary>Every roster of a week is seen whole [s].</summary>
    private const int Past = 28 * SimTime.Day;

    /// <summary>Mean of the capacity in the four weeks before a time, over the hours in which there is any [units]; 0 if there is none.</summary>
    public static double WhileOpen(Timetable capacity, int now)
    {
        var (units, open) = (0.0, 0.0);
        for (var at = Math.Max(0, now - Past); at <= now;)
        {
            var next = Math.Min(now + 1, capacity.NextChange(at));
            var value = capacity.At(at);
            units += value * (next - at);
            open += value > 0 ? next - at : 0;
            at = next;
        }

        return open > 0 ? units / open : 0;
    }
}
