using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Reading;

/// <summary>A number of the description with what is said about its origin.</summary>
/// <param name="Path">Path in the description; rows of tables by their keys.</param>
/// <param name="Value">As written, with its unit.</param>
/// <param name="Status"><c>measured</c>, <c>cited</c>, <c>derived</c>, <c>assumed</c>, or empty.</param>
/// <param name="Range">What is plausible (<c>20 d to 34 d</c>), or empty.</param>
/// <param name="Source">Where it is from, or empty.</param>
/// <param name="Note">Anything else said about it, or empty.</param>
/// <param name="Where">Where it stands.</param>
internal sealed record Assumption(string Path, string Value, string Status, string Range, string Source, string Note, SourceLocation Where);
