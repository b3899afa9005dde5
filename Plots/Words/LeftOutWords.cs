using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>What is said where a chart finds nothing because a run was not asked to write it.</summary>
internal static class LeftOutWords
{
    /// <summary>Of months; empty where they are there.</summary>
    public static string Months(ResultSet results) => results.Run.LeftOut.Contains(RowChoice.MonthsName)
        ? $"these results hold no months (a run with --{RowChoice.MonthsName} writes them)"
        : "";

    /// <summary>Of a measure that is written whole by <c>--distributions</c> alone; empty where it is there, or declared.</summary>
    /// <param name="results">The results.</param>
    /// <param name="measure">Its id.</param>
    public static string Distributions(ResultSet results, string measure) =>
        GenericMeasures.Find(measure) is { } automatic
        && results.Run.LeftOut.Contains(automatic.IsCurve ? RowChoice.DistributionsName : RowChoice.BesideHeadline)
            ? $"these results hold it in part or not at all (a run with --{RowChoice.DistributionsName} writes all of it)"
            : "";
}
