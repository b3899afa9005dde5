using FlowSim.Scenarios.Compilation.Measures;

namespace FlowSim.Cli.Options;

/// <summary>What <c>compare</c> and <c>run</c> print beside their answer, as asked for.</summary>
/// <param name="Places">The lines of the answer by place.</param>
/// <param name="Measures">Ids of measures in place of those that are chosen; none: they are chosen.</param>
/// <param name="All">Everything.</param>
internal sealed record AnswerSettings(bool Places, IReadOnlyList<string> Measures, bool All)
{
    /// <summary>True where distributions of the number in use are printed.</summary>
    public bool ReadsDistributions => All || Measures.Any(GenericMeasures.IsCurve);
}
