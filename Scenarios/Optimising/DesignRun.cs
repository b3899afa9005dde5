namespace FlowSim.Scenarios.Optimising;

/// <summary>What the replications of a design gave, from the first on.</summary>
internal sealed class DesignRun(Design design, int targets)
{
    public Design Design { get; } = design;

    /// <summary>By target, then by replication; NaN where it could not be run to its end, or has no value.</summary>
    public List<double>[] Values { get; } = [.. Enumerable.Range(0, targets).Select(_ => new List<double>())];

    /// <summary>What all partners gain after the cost, by basis, then by replication [£ a year]; empty without prices.</summary>
    public Dictionary<string, List<double>> Gains { get; } = new(StringComparer.Ordinal);

    /// <summary>Why it could not be run to its end; empty where it could.</summary>
    public string Failure { get; set; } = "";

    /// <summary>Replications that were run.</summary>
    public int Count => Values[0].Count;
}
