using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Inputs;

/// <summary>
/// An amount of a scenario that comes with a range. Where several scenarios make the same change for the same reason it is one input: whichever of them is
/// run, in a draw it is the same.
/// </summary>
/// <param name="Verb"><c>set</c>, <c>scale</c> or <c>add</c>.</param>
/// <param name="Path">What is changed.</param>
/// <param name="Stated">To what, or by what, as the scenario says it.</param>
/// <param name="Reason">Why, as the scenario says it.</param>
/// <param name="Range">What is plausible.</param>
/// <param name="Places">Where it stands: the scenario that is written there, and file and line of the change.</param>
internal sealed record ScenarioInput(
    string Verb, string Path, string Stated, string Reason, InputRange Range, IReadOnlyList<(string Scenario, SourceLocation Where)> Places)
{
    public string Name => InputValue.NameOf(Verb, Path);

    /// <summary>What its draws are keyed by: another scenario beside it moves none of them.</summary>
    public string Key => string.Join('|', Verb, Path, Stated, Reason);

    /// <summary>The amount at a place in its range.</summary>
    public string At(double u) => Range.ValueAt(Stated, u)!;

    internal static ChangeVerb? VerbOf(ScenarioChange change) => change.Verb == ChangeVerb.Remove || change.IsNew ? null : change.Verb;
}
