using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Running;

/// <summary>What is said after a run that went on until its means were precise: how far it came, and what bound.</summary>
internal static class PrecisionNote
{
    private const double Percent = 100;

    /// <summary>What ended it before that.</summary>
    private static string Limit(PrecisionReached precision) => precision.EndedBy switch
    {
        "time" => $"the time of {RunWords.Text(TimeSpan.FromSeconds(precision.MostSeconds))} was up; --budget is the longest that replications are added",
        "stopped" => "it was stopped",
        _ => "--replications is the most that are run",
    };

    private static string Time(PrecisionReached precision) =>
        double.IsNaN(precision.MostSeconds) ? "" : $", within the time of {RunWords.Text(TimeSpan.FromSeconds(precision.MostSeconds))}";

    public static IEnumerable<string> Of(PrecisionReached? precision, SystemNames names)
    {
        if (precision is null)
        {
            yield break;
        }

        if (precision.Measure.Length == 0)
        {
            yield return "warning: no headline measure of the whole system has a value, so no precision was judged";
            yield break;
        }

        var asked = double.IsNaN(precision.Asked) ? "what was asked for" : FormattableString.Invariant($"{precision.Asked * Percent:0.###} %");
        var what = $"{(precision.IsDifference ? "the difference" : "the mean")} of {names.Measure(precision.Measure)} in {precision.Scenario}";
        yield return precision.Reached
            ? FormattableString.Invariant($"precision: {precision.Replications} replications were enough for {asked} of {precision.Watched} means and differences{Time(precision)}; {what} bound, ± {precision.HalfWidth:G2} {precision.Unit} where {precision.Tolerance:G2} was allowed")
            : FormattableString.Invariant($"warning: {precision.Replications} replications were not enough for {asked}: {what} is known to ± {precision.HalfWidth:G2} {precision.Unit}, {precision.Tolerance:G2} was asked for; about {precision.Needed} would do ({Limit(precision)})");
    }
}
