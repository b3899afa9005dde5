using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.Workloads;

/// <summary>The M/M/c of README.md; limit.cpp and mmc.yaml say the same.</summary>
internal static class MmcParameters
{
    public const int Servers = 50;

    /// <summary>Mean time between arrivals [s].</summary>
    public const double GapMean = SimTime.Hour / 11.25;

    /// <summary>Mean time in service [s].</summary>
    public const double ServiceMean = 4 * SimTime.Hour;
}
