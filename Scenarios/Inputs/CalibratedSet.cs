namespace FlowSim.Scenarios.Inputs;

/// <summary>
/// The sets of inputs with which the model is not ruled out by what was observed, the file <c>calibrated-set.csv</c>. Inputs are known together only: a
/// member is drawn, never one input of one and another of another.
/// </summary>
/// <param name="Names">The inputs, as the heads of their columns.</param>
/// <param name="Members">In the order of the file, at least one.</param>
internal sealed record CalibratedSet(IReadOnlyList<string> Names, IReadOnlyList<CalibratedMember> Members)
{
    /// <summary>Name of the input that says which member was drawn.</summary>
    public const string MemberInput = "member";

    /// <summary>The member at a place: each has the same share of [0, 1].</summary>
    public CalibratedMember At(double u) => Members[Math.Min(Members.Count - 1, (int)(u * Members.Count))];
}

/// <summary>A set of inputs.</summary>
/// <param name="Number">As the file has it [from 1].</param>
/// <param name="Values">A value for each input, in the order of the columns.</param>
/// <param name="IsCentral">True for the one that the description is.</param>
/// <param name="Where">File and line.</param>
internal sealed record CalibratedMember(int Number, IReadOnlyList<InputValue> Values, bool IsCentral, Loading.SourceLocation Where);
