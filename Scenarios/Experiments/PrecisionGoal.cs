namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// How precise means are to be: replications are added until the 95 % interval of every value that is watched is narrow enough. Watched are the measures of
/// interest of the whole system, in the period that tables show: the mean of each scenario, and its difference from the baseline.
/// </summary>
public sealed record PrecisionGoal
{
    /// <summary>So many are run at least: an interval of few is too often narrow by chance (statistics of sequential stopping) [replications].</summary>
    public const int Least = 20;

    /// <summary>So many are run at most unless another number is asked for [replications].</summary>
    public const int MostByDefault = 1_000;

    /// <summary>For every measure without one of its own: a share; null: each that is watched has its own.</summary>
    public required Tolerance? Usual { get; init; }

    /// <summary>For some measures, by id.</summary>
    public IReadOnlyDictionary<string, Tolerance> Own { get; init; } = new Dictionary<string, Tolerance>();

    /// <summary>Ids of the measures that are watched.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>The budget [replications].</summary>
    public int Most { get; init; } = MostByDefault;

    /// <summary>How long replications may be added; null: as long as it takes.</summary>
    public TimeBudget? Time { get; init; }

    /// <summary>How many more have to say the same before it counts: a width that is narrow by chance widens again (Hoad, Robinson and Davies 2010).</summary>
    internal static int LookAhead(int replications) => Math.Max(5, (replications + 9) / 10);
}
