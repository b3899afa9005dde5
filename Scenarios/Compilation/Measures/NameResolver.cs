using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Names in measures to indices; an unknown name is a problem and gives -1 or is left out.</summary>
internal sealed class NameResolver
{
    private readonly CompileContext context;

    public NameResolver(CompileContext context) => this.context = context;

    public int Clock(string name, SourceLocation where, string path) =>
        Known(context.FindClock(name), name, context.Clocks, "a clock", where, path);

    public int Stage(string name, SourceLocation where, string path) =>
        Known(context.FindStageTemplate(name), name, context.Stages.Names, "a stage", where, path);

    public int Exit(string name, SourceLocation where, string path) =>
        Known(context.FindExit(name), name, context.Exits, "an exit", where, path);

    public int Attribute(string name, SourceLocation where, string path) =>
        Known(context.FindAttribute(name), name, context.Attributes.Names, "an attribute", where, path);

    public int Dimension(string name, SourceLocation where, string path) =>
        Known(context.FindDimension(name), name, context.Dimensions.Select(dimension => dimension.Name), "a dimension", where, path);

    /// <summary>All instances of the streams; null after a problem.</summary>
    public int[]? Streams(IEnumerable<string> names, SourceLocation where, string path) =>
        Several(names, context.StreamsOf, context.Streams.Names, "a stream", where, path);

    /// <summary>All pools of these names and groups; null after a problem.</summary>
    public int[]? Pools(IEnumerable<string> names, SourceLocation where, string path) =>
        Several(names, context.PoolsOf, context.Pools.TemplatesAndGroups, "a pool or a group of pools", where, path);

    private int[]? Several(IEnumerable<string> names, Func<string, int[]> find, IEnumerable<string> known, string expected, SourceLocation where, string path)
    {
        var found = new SortedSet<int>();
        var complete = true;
        foreach (var name in names)
        {
            var indices = find(name);
            complete &= Known(indices.Length - 1, name, known, expected, where, path) >= 0;
            found.UnionWith(indices);
        }

        return complete ? [.. found] : null;
    }

    private int Known(int index, string name, IEnumerable<string> known, string expected, SourceLocation where, string path)
    {
        if (index < 0)
        {
            context.Problems.Error(where, path, expected, name, NameHint.For(name, known));
        }

        return index;
    }
}
