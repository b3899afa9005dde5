namespace FlowSim.Scenarios.Experiments;

/// <summary>One draw of what is not known: the system and the scenarios as drawn, run like a replication.</summary>
internal static class DrawRun
{
    /// <summary>What it gave; one whose values make no valid system, or that cannot go on, gives nothing but the reason.</summary>
    public static ReplicationOutcome Run(OuterDraws draws, OuterDraw draw, ExperimentPlan plan, RowPool pool)
    {
        if (draws.Compile(draw, plan, out var why) is not { } drawn)
        {
            return LeftOut(why);
        }

        try
        {
            var outcome = new ReplicationRun(drawn, pool, draw.Number).Run();
            return new ReplicationOutcome
            {
                SpinUp = OuterResult.RowsOf(outcome.SpinUp),
                SpinUpEvents = outcome.SpinUpEvents,
                Reported = Array.ConvertAll(outcome.Reported, OuterResult.RowsOf),
            };
        }
        catch (RunFailedException failure)
        {
            // The others of its kind go on; that the interval is too narrow without it is said.
            return LeftOut(failure.Message);
        }
    }

    private static ReplicationOutcome LeftOut(string why) =>
        new() { SpinUp = null, SpinUpEvents = 0, Reported = [], LeftOut = why };
}
