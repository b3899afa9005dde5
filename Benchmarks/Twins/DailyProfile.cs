using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.Twins;

/// <summary>Arrival times of a Poisson process whose rate changes by hour of the day, by the inverse of the cumulative rate.</summary>
internal sealed class DailyProfile
{
    private const int Cells = 1024;
    private readonly double[] upto = new double[25];
    private readonly double[] perHour;
    private readonly int[] guide = new int[Cells + 1];
    private double within;
    private int day;

    public DailyProfile(ReadOnlySpan<double> perHour)
    {
        this.perHour = perHour.ToArray();
        for (var hour = 0; hour < 24; hour++)
        {
            upto[hour + 1] = upto[hour] + perHour[hour];
        }

        for (int cell = 0, hour = 0; cell <= Cells; cell++)
        {
            while (hour < 23 && upto[hour + 1] <= cell * upto[24] / Cells)
            {
                hour++;
            }

            guide[cell] = hour;
        }
    }

    /// <summary>Goes on by an amount of cumulative rate; the whole second in which the arrival falls [s].</summary>
    public int Next(double amount)
    {
        within += amount;
        while (within >= upto[24])
        {
            within -= upto[24];
            day += SimTime.Day;
        }

        var hour = guide[(int)(within * (Cells / upto[24]))];
        while (within >= upto[hour + 1])
        {
            hour++;
        }

        var second = (int)((within - upto[hour]) * (SimTime.Hour / perHour[hour]));
        return day + (hour * SimTime.Hour) + Math.Min(second, SimTime.Hour - 1);
    }
}
