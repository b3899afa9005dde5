using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Inputs;

/// <summary>Whether the calibrated set beside a system is right.</summary>
public static class CalibratedSetCheck
{
    /// <summary>Tells all that is wrong with it.</summary>
    public static void Check(SystemFiles files, ProblemList problems) => CalibratedSetReader.Of(files, problems);
}
