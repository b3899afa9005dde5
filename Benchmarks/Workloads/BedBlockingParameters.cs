using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.Workloads;

/// <summary>The bed-blocking model of README.md; limit.cpp and bed-blocking.yaml say the same.</summary>
internal static class BedBlockingParameters
{
    public const int WardBeds = 300;
    public const int CommunityBeds = 100;

    /// <summary>Mean and standard deviation of the stay in the ward [s].</summary>
    public const double WardMean = 6.4 * SimTime.Day;

    public const double WardSd = 7.0 * SimTime.Day;

    /// <summary>Mean and standard deviation of the stay in the community unit [s].</summary>
    public const double CommunityMean = 26.0 * SimTime.Day;

    public const double CommunitySd = 18.0 * SimTime.Day;

    /// <summary>Shares of all, as bounds of a 32-bit word: 9 % go on to the community unit, 10 % are served first.</summary>
    public const uint GoesOnBelow = (uint)(0.09 * 4294967296.0);

    public const uint PriorityBelow = (uint)(0.10 * 4294967296.0);

    /// <summary>Arrivals an hour by hour of the day; 40 a day.</summary>
    public static ReadOnlySpan<double> PerHour =>
    [
        0.8, 0.6, 0.5, 0.5, 0.5, 0.6, 0.8, 1.1, 1.5, 1.9, 2.2, 2.4,
        2.5, 2.5, 2.6, 2.6, 2.5, 2.5, 2.5, 2.4, 2.2, 1.8, 1.4, 1.1,
    ];
}
