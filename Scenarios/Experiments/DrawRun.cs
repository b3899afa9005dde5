namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// One draw of what is not known: the system and the scenarios as drawn, run like a replication. One whose values make no valid system, or that cannot go
/// on, gives nothing but the reason; the others of its kind go on, and that the interval is too narrow without it is said.
/// </summary>
internal sealed class DrawRun(OuterDraws draws, OuterDraw draw, ExperimentPlan plan, RowPool pool) : IRun
{
    private readonly Lock failing = new();
    private readonly int scenarios = plan.Scenarios.Count;
    private ReplicationRun? run;
    private Failure? failed;

    /// <summary>Scenarios that have not been tried.</summary>
    private int left = plan.Scenarios.Count;

    public Action<int> Released { private get; set; } = _ => { };

    public Action Ended { private get; set; } = () => { };

    public ReplicationOutcome? Outcome => Before(scenarios);

    public ReplicationOutcome? Before(int part) => failed is { } failure
        ? new ReplicationOutcome { SpinUp = null, SpinUpEvents = 0, Reported = [], LeftOut = failure.Why }
        : run?.Before(part) is { } outcome ? new ReplicationOutcome
        {
            SpinUp = OuterResult.RowsOf(outcome.SpinUp),
            SpinUpEvents = outcome.SpinUpEvents,
            Reported = Array.ConvertAll(outcome.Reported, OuterResult.RowsOf),
        }
        : null;

    public IReadOnlyList<int> Begin()
    {
        if (draws.Compile(draw, plan, out var why) is not { } drawn)
        {
            return LeftOut(why);
        }

        run = new ReplicationRun(drawn, pool, draw.Number) { Released = Released };
        try
        {
            return run.Begin();
        }
        catch (RunFailedException failure)
        {
            return LeftOut(failure.Message);
        }
    }

    public void Do(int part)
    {
        try
        {
            if (!(failed?.Part < part))
            {
                run!.Do(part);
            }
        }
        catch (RunFailedException failure)
        {
            lock (failing)
            {
                failed = failed is { } known && known.Part < part ? known : new Failure(part, failure.Message);
            }
        }

        if (Interlocked.Decrement(ref left) == 0)
        {
            Ended();
        }
    }

    private int[] LeftOut(string why)
    {
        failed = new Failure(-1, why);
        Ended();
        return [];
    }

    /// <summary>Why it gives nothing.</summary>
    /// <param name="Part">The scenario that could not go on; -1: none could be begun.</param>
    /// <param name="Why">In words.</param>
    private sealed record Failure(int Part, string Why);
}
