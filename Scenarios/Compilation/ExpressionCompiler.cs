using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Turns the text of a condition into a tree over indices.</summary>
public sealed class ExpressionCompiler
{
    private readonly CompileContext context;

    public ExpressionCompiler(CompileContext context) => this.context = context;

    /// <summary>The condition, or null after a problem was reported.</summary>
    /// <param name="text">Such as <c>type = 1 and open(miu@ely)</c>.</param>
    /// <param name="where">Where it stands.</param>
    /// <param name="path">Path in the description, such as <c>measures.four_hour_rate.where</c>.</param>
    /// <param name="scope">The instance in which it stands; it resolves <c>@site</c>.</param>
    public Expression? Compile(string text, SourceLocation where, string path, CompileScope scope)
    {
        context.Problems.Error(where, path, "a condition", text);
        return null;
    }
}
