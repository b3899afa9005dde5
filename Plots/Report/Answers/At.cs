using FlowSim.Plots.Words;

namespace FlowSim.Plots.Report.Answers;

/// <summary>A place within a sentence.</summary>
internal static class At
{
    /// <summary><c> at CUHFT</c>; empty for the whole system, which every sentence is about that names no place.</summary>
    public static string Place(string place) => place == PlaceName.System ? "" : " at " + PlaceName.Of(place);
}
