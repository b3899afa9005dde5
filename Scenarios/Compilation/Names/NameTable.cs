using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Gives every name of a system its index, and refuses names that could be taken for each other.</summary>
internal sealed class NameTable
{
    /// <summary>Clocks fit into the bits of one word.</summary>
    public const int MostClocks = 32;

    private const string Leave = "leave";

    private readonly SystemDescription system;
    private readonly ProblemList problems;

    public NameTable(SystemDescription system, ProblemList problems)
    {
        this.system = system;
        this.problems = problems;
        Dimension[] written =
            [.. system.Dimensions.Select(dimension => new Dimension(dimension.Name.Text, [.. dimension.Instances.Select(instance => instance.Text)]))];
        Dimension[] single = [.. written, .. Supposed(written)];
        Dimensions = [.. single, .. Pairs(single)];
        Pools = new PoolIndex(system.Pools.SelectMany(PoolsOf));
        Stages = new TemplateIndex(system.Stages.Select(stage => Written(stage.Name, stage.Each)));
        Streams = new TemplateIndex(system.Streams.Select(stream => Written(stream.Name, stream.Each)));
        Clocks = [.. system.Stages.SelectMany(stage => stage.Clocks).Select(clock => clock.Name.Text).Distinct()];
        Exits = [Leave, .. system.Exits.Select(exit => exit.Text).Where(exit => exit != Leave).Distinct()];
    }

    public Dimension[] Dimensions { get; }

    public PoolIndex Pools { get; }

    public TemplateIndex Stages { get; }

    public TemplateIndex Streams { get; }

    public string[] Clocks { get; }

    public string[] Exits { get; }

    /// <summary>Reports names that mean two things.</summary>
    public void Check(AttributeIndex attributes, CalendarIndex calendars)
    {
        CheckInstances(attributes);
        CheckStagesAndExits();
        CheckClocks(calendars);
        CheckOverrides();
        CheckCalendars(attributes);
        CheckHashes(system.Stages.Select(stage => (stage.Key ?? stage.Name, stage.Key?.Text ?? stage.Name.Text)), "stages");
        CheckHashes(
            system.Streams.SelectMany(stream =>
                InstancesOf(stream.Each).Select((string? instance) => (stream.Name, instance is null ? stream.Name.Text : $"{stream.Name.Text}@{instance}"))),
            "streams");
        var whole = new Written("", system.Run.At.Where, "attributes");
        CheckHashes(attributes.Names.Select(name => (whole, name)), "attributes");
    }

    private IEnumerable<PoolName> PoolsOf(PoolDescription pool)
    {
        var dimension = DimensionOf(pool.Each);
        if (dimension < 0)
        {
            return [new PoolName(pool.Name.Text, pool.Name.Text, pool.Group?.Text, -1, -1, pool.Kind)];
        }

        return Dimensions[dimension].Instances.Select((instance, index) =>
            new PoolName($"{pool.Name.Text}@{instance}", pool.Name.Text, pool.Group?.Text, dimension, index, pool.Kind));
    }

    /// <summary>
    /// Every <c>each</c> of a dimension that does not exist is one problem; the dimension is then supposed to be the nearest one, so
    /// that nothing else is told of what only follows from it.
    /// </summary>
    private IEnumerable<Dimension> Supposed(Dimension[] written)
    {
        var names = written.Select(dimension => dimension.Name).ToList();
        var used = Each.SelectMany(each => each.Text.Split(EachText.Joint).Select(name => each with { Text = name })).ToList();
        foreach (var each in used.Where(each => !names.Contains(each.Text)))
        {
            problems.Error(each.Where, each.Path, "the name of a dimension", each.Text, Nearest.Hint(each.Text, names));
        }

        return used.Select(each => each.Text).Distinct().Except(names)
            .Select(name => new Dimension(name, Array.Find(written, dimension => dimension.Name == Nearest.To(name, names))?.Instances ?? []));
    }

    private IEnumerable<Written> Each => system.Pools.Select(pool => pool.Each).Concat(system.Stages.Select(stage => stage.Each))
        .Concat(system.Streams.Select(stream => stream.Each)).OfType<Written>();

    /// <summary>Two dimensions of which something is there for every pair of instances.</summary>
    private IEnumerable<Dimension> Pairs(Dimension[] single)
    {
        foreach (var name in Each.Select(each => each.Text).Where(EachText.IsPair).Distinct())
        {
            var of = name.Split(EachText.Joint);
            int[] parts = [.. of.Select(part => Array.FindIndex(single, dimension => dimension.Name == part))];
            string[] pairs = [.. single[parts[0]].Instances.SelectMany(first => single[parts[1]].Instances.Select(second => EachText.Join(first, second)))];
            yield return new Dimension(name, pairs) { First = parts[0], Second = parts[1] };
        }
    }

    private (string Name, int Dimension, int Instances) Written(Written name, Written? each)
    {
        var dimension = DimensionOf(each);
        return (name.Text, dimension, dimension < 0 ? 1 : Dimensions[dimension].Instances.Length);
    }

    private int DimensionOf(Written? each)
    {
        if (each is null)
        {
            return -1;
        }

        return Array.FindIndex(Dimensions, known => known.Name == each.Text);
    }

    /// <summary>Instances by name; the one without a name when there is no <c>each</c>.</summary>
    private string?[] InstancesOf(Written? each)
    {
        var dimension = Array.Find(Dimensions, known => known.Name == each?.Text);
        return dimension is null ? [null] : [.. dimension.Instances];
    }

    private void CheckInstances(AttributeIndex attributes)
    {
        foreach (var dimension in system.Dimensions)
        {
            foreach (var instance in dimension.Instances.Where(instance => attributes.Find(instance.Text) >= 0))
            {
                problems.Error(instance.Where, instance.Path, "an instance with a name of its own", $"{instance.Text}, which is also a dimension or attribute",
                    "Rename one of them: \"@" + instance.Text + "\" could mean either.");
            }

            foreach (var twice in dimension.Instances.GroupBy(instance => instance.Text).Where(group => group.Count() > 1))
            {
                problems.Error(twice.Last().Where, twice.Last().Path, "each instance once", twice.Key);
            }
        }
    }

    private void CheckStagesAndExits()
    {
        foreach (var exit in system.Exits.Where(exit => Stages.Find(exit.Text) >= 0))
        {
            problems.Error(exit.Where, exit.Path, "an exit with a name of its own", $"{exit.Text}, which is also a stage");
        }

        foreach (var stage in system.Stages.Where(stage => stage.Name.Text == Leave))
        {
            problems.Error(stage.Name.Where, stage.Name.Path, "a name other than leave, the exit that always exists", Leave);
        }
    }

    private void CheckClocks(CalendarIndex calendars)
    {
        var clocks = system.Stages.SelectMany(stage => stage.Clocks).Select(clock => clock.Name).ToList();
        foreach (var clock in clocks.Where(clock => calendars.Names.Contains(clock.Text)))
        {
            problems.Error(clock.Where, clock.Path, "a clock with a name of its own", $"{clock.Text}, which is also a calendar",
                "\"of " + clock.Text + "\" could mean either.");
        }

        if (Clocks.Length > MostClocks)
        {
            var at = clocks.First(clock => clock.Text == Clocks[MostClocks]);
            problems.Error(at.Where, at.Path, $"at most {MostClocks} clocks", $"{Clocks.Length} clocks");
        }
    }

    private void CheckOverrides()
    {
        var all = system.Pools.Select(pool => (pool.Name, pool.Each, pool.Overrides.Keys))
            .Concat(system.Stages.Select(stage => (stage.Name, stage.Each, stage.Overrides.Keys)))
            .Concat(system.Streams.Select(stream => (stream.Name, stream.Each, stream.Overrides.Keys)));
        foreach (var (name, each, keys) in all)
        {
            var known = InstancesOf(each).OfType<string>().ToList();
            foreach (var instance in keys.Where(key => !known.Contains(key)))
            {
                problems.Error(name.Where, $"{name.Path}@{instance}", $"an instance of {name.Text}", instance, Nearest.Hint(instance, known));
            }
        }
    }

    /// <summary>What stands behind the @ of a calendar is an instance, or a value that an attribute can have.</summary>
    private void CheckCalendars(AttributeIndex attributes)
    {
        foreach (var name in system.Calendars.Select(calendar => calendar.Name))
        {
            var known = Enumerable.Range(0, attributes.Count).SelectMany(attributes.ValuesOf);
            if (NameText.Split(name.Text).Instance is { } word && !known.Contains(word))
            {
                problems.Error(name.Where, name.Path, "a calendar of an instance of a dimension, or of a value of an attribute", word,
                    Nearest.Hint(word, known));
            }
        }
    }

    /// <summary>Draws are keyed by hashes of names: two names with one hash would share their random numbers.</summary>
    private void CheckHashes(IEnumerable<(Written At, string Name)> names, string what)
    {
        var seen = new Dictionary<uint, string>();
        foreach (var (at, name) in names)
        {
            if (!seen.TryAdd(StableHash.Of(name), name))
            {
                problems.Error(at.Where, at.Path, $"{what} whose names (or keys) differ, also as hashes", $"{name} and {seen[StableHash.Of(name)]}",
                    "Rename one of them.");
            }
        }
    }
}
