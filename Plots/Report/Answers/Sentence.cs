namespace FlowSim.Plots.Report.Answers;

/// <summary>A sentence of the answer.</summary>
/// <param name="Main">What matters; the whole sentence where there is no detail.</param>
/// <param name="Detail">The rest, up to the full stop: where it is large, where it is small.</param>
internal sealed record Sentence(string Main, string Detail = "")
{
    public override string ToString() => Main + Detail;
}
