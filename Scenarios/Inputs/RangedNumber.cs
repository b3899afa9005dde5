using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Inputs;

/// <summary>A number of the baseline that is drawn from its range, or several that go up and down together.</summary>
/// <param name="Path">Its name, which its places follow from.</param>
/// <param name="Where">Where it stands.</param>
/// <param name="At">What puts it at a place [0 to 1] in its range.</param>
/// <param name="OperandAt">To what, or by what, at that place.</param>
internal sealed record RangedNumber(string Path, SourceLocation Where, Func<double, IReadOnlyList<InputValue>> At, Func<double, string> OperandAt);
