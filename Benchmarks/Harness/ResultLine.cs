namespace FlowSim.Benchmarks.Harness;

/// <summary>One row of the results.</summary>
/// <param name="Model">What is simulated.</param>
/// <param name="Subject">Who simulates it.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Ratio">Ratio to the limit, or empty.</param>
/// <param name="Target">As text, or empty.</param>
/// <param name="IsMet">Null without a target.</param>
internal sealed record ResultLine(string Model, string Subject, string Value, string Ratio, string Target, bool? IsMet)
{
    public string Verdict => IsMet switch { null => "", true => "met", false => "NOT met" };

    public IReadOnlyList<string> Cells => [Model, Subject, Value, Ratio, Target, Verdict];
}
