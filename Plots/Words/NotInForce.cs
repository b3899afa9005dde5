using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>Scenarios of which nothing had begun when the measured time ended: that they change nothing is no result.</summary>
internal static class NotInForce
{
    /// <summary>
    /// The day on which the first change of a scenario would begin; null where one began within the measured time, or nothing is known of that.
    /// </summary>
    /// <param name="results">What was run.</param>
    /// <param name="scenario">Id.</param>
    public static string? Until(ResultSet results, string scenario)
    {
        if (!ResultDate.TryRead(results.Run.MeasuredTo, out var end) || results.System.Scenarios.FirstOrDefault(one => one.Id == scenario) is not { } facts)
        {
            return null;
        }

        List<ChangeFacts> changes =
            [.. facts.Parts.Append(scenario).Distinct().SelectMany(part => results.System.Scenarios.FirstOrDefault(one => one.Id == part)?.Changes ?? [])];
        var begins = changes.ConvertAll(change => ResultDate.TryRead(change.From, out var day) ? day : DateOnly.MinValue);
        return begins.Count > 0 && begins.TrueForAll(day => day >= end) ? ResultDate.Write(begins.Min()) : null;
    }
}
