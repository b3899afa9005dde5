using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Running;

/// <summary>What is said after a run about its draws of what is not known.</summary>
internal static class DrawNotes
{
    private const int MostNamed = 3;

    /// <summary>Draws that gave nothing; and in a line what does not vary.</summary>
    public static IEnumerable<string> Of(ExperimentResult result)
    {
        if (result.Outer is not { } outer)
        {
            yield break;
        }

        var lost = outer.LeftOut;
        if (lost.Count > 0)
        {
            var named = string.Join("; ", lost.Take(MostNamed).Select(draw => FormattableString.Invariant($"draw {draw.Draw.Number}: {draw.LeftOut}")));
            yield return FormattableString.Invariant(
                $"warning: {lost.Count} of {outer.Plan.Draws.Count} draws of what is not known gave nothing, so intervals with it may be too narrow ({named}{(lost.Count > MostNamed ? "; …" : "")})");
        }

        if (!outer.Plan.HasCalibratedSet)
        {
            yield return "there is no calibrated-set.csv beside the system: intervals with what is not known hold the scenarios' own ranges, and nothing of the baseline";
        }
    }
}
