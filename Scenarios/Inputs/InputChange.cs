namespace FlowSim.Scenarios.Inputs;

/// <summary>One change that an uncertain input makes of the system.</summary>
/// <param name="Verb"><c>set</c>, <c>scale</c> or <c>add</c>.</param>
/// <param name="Path">What is changed.</param>
/// <param name="Low">To what, or by what, at the low end.</param>
/// <param name="High">The same at the high end.</param>
internal sealed record InputChange(string Verb, string Path, string Low, string High);
