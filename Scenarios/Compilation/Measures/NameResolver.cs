using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Names in measures to indices; an unknown name is a problem and gives -1, a list with one gives null.</summary>
internal sealed class NameResolver
{
    private readonly CompileContext context;

    public NameResolver(CompileContext context) => this.context = context;

    public int Clock(Written name) => Known(context.FindClock(name.Text), name, context.Clocks, "a clock");

    public int Stage(Written name) => Known(context.FindStageTemplate(name.Text), name, context.Stages.Names, "a stage");

    public int Exit(Written name) => Known(context.FindExit(name.Text), name, context.Exits, "an exit");

    public int Attribute(Written name) => Known(context.FindAttribute(name.Text), name, context.Attributes.Names, "an attribute");

    /// <summary>An attribute with named values, of which each can have a row of its own.</summary>
    public int Grouping(Written name)
    {
        var found = Attribute(name);
        if (found < 0 || context.Attributes.KindOf(found) == AttributeKind.Named)
        {
            return found;
        }

        var what = context.Attributes.KindOf(found) == AttributeKind.Number ? "a number" : "a length of time";
        context.Problems.Error(name.Where, name.Path, "an attribute with named values, of which each has a row", $"{name.Text}, {what}",
            $"Count those between two bounds by `where`, such as where: \"{name.Text} >= 10{(what == "a number" ? "" : " min")}\", a measure for each.");
        return -1;
    }

    /// <summary>An attribute that is a number.</summary>
    public int Number(Written name)
    {
        var numbers = context.Attributes.Names.Where(known => context.Attributes.KindOf(context.FindAttribute(known)) == AttributeKind.Number).ToList();
        return Known(numbers.Contains(name.Text) ? context.FindAttribute(name.Text) : -1, name, numbers, "an attribute that is a number");
    }

    public int Dimension(Written name) =>
        Known(Array.FindIndex(context.Dimensions, dimension => dimension.Name == name.Text && !dimension.IsPair), name,
            context.Dimensions.Where(dimension => !dimension.IsPair).Select(dimension => dimension.Name), "a dimension");

    /// <summary>Indices in ascending order, each once; every unknown name is reported.</summary>
    public static int[]? Each(IEnumerable<Written> names, Func<Written, int> find)
    {
        int[] found = [.. names.Select(find).ToHashSet().Order()];
        return found.Length == 0 || found[0] < 0 ? null : found;
    }

    /// <summary>All instances of the streams.</summary>
    public int[]? Streams(IEnumerable<Written> names) => Several(names, context.StreamsOf, context.Streams.Names, "a stream");

    /// <summary>All pools of these names and groups.</summary>
    public int[]? Pools(IEnumerable<Written> names) =>
        Several(names, context.PoolsOf, context.Pools.TemplatesAndGroups, "a pool or a group of pools");

    /// <summary>True when the pools are instances of the dimension; pools of the whole system may stand beside them.</summary>
    public bool HavePlaces(IEnumerable<int> pools, Written by, int dimension)
    {
        var all = pools.Select(index => context.Pools.Pools[index]).ToList();
        var placed = all.Where(pool => pool.Dimension >= 0).ToList();
        var other = placed.Count == 0 ? all.FirstOrDefault() : placed.Find(pool => !IsOf(pool.Dimension, dimension));
        if (other is null)
        {
            return true;
        }

        var hint = other.Dimension < 0 ? "It is of the whole system." : $"It is written `each: {context.Dimensions[other.Dimension].Name}`.";
        context.Problems.Error(by.Where, by.Path, $"the dimension of {other.Template}", by.Text, hint);
        return false;
    }

    /// <summary>True when the stages are written for each of the dimension; stages of the whole system may stand beside them.</summary>
    public bool HaveStagePlaces(IEnumerable<int> templates, Written by, int dimension)
    {
        var all = templates.Select(index => context.Stages.Templates[index]).ToList();
        var placed = all.Where(stage => stage.Dimension >= 0).ToList();
        var other = placed.Count == 0 ? all.FirstOrDefault() : placed.Find(stage => !IsOf(stage.Dimension, dimension));
        if (other is null)
        {
            return true;
        }

        var hint = other.Dimension < 0 ? "It is of the whole system." : $"It is written `each: {context.Dimensions[other.Dimension].Name}`.";
        context.Problems.Error(by.Where, by.Path, $"the dimension of {other.Name}", by.Text, hint);
        return false;
    }

    /// <summary>True for something written for each of the dimension, or of it and another.</summary>
    private bool IsOf(int each, int dimension) =>
        each == dimension || context.Dimensions[each].First == dimension || context.Dimensions[each].Second == dimension;

    private int[]? Several(IEnumerable<Written> names, Func<string, int[]> find, IEnumerable<string> known, string expected)
    {
        var found = new SortedSet<int>();
        var complete = true;
        foreach (var name in names)
        {
            var indices = find(name.Text);
            complete &= Known(indices.Length - 1, name, known, expected) >= 0;
            found.UnionWith(indices);
        }

        return complete ? [.. found] : null;
    }

    private int Known(int index, Written name, IEnumerable<string> known, string expected)
    {
        if (index < 0)
        {
            context.Problems.Error(name.Where, name.Path, expected, name.Text, Nearest.Hint(name.Text, known));
        }

        return index;
    }
}
