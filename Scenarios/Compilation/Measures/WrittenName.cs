using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>A name or condition as written, and where it stands, so that a problem with it can point there.</summary>
/// <param name="Text">As written.</param>
/// <param name="Where">File, line, column.</param>
/// <param name="Path">Path in the description, such as <c>measures.dtoc_rate.by</c>.</param>
internal sealed record WrittenName(string Text, SourceLocation Where, string Path)
{
    public override string ToString() => Text;
}
