using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Checks a compiled system as a whole: what no single line of the description shows.</summary>
internal static class SystemValidation
{
    public static void Check(SystemModel model, SystemDescription description, ProblemList problems)
    {
    }
}
