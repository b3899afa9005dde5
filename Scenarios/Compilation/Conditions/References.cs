using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Conditions;

/// <summary>Resolves names with <c>@</c>: pools, stages, calendars, in the instance where they are written.</summary>
internal sealed class References
{
    private readonly CompileContext context;

    public References(CompileContext context) => this.context = context;

    /// <summary>A pool, fixed or by an attribute; null after a problem.</summary>
    public PoolRef? Pool(string name, string? word, Written at, CompileScope scope)
    {
        if (context.Pools.DimensionOf(name) is not { } dimension)
        {
            context.Problems.Error(at.Where, at.Path, "a pool", name, Nearest.Hint(name, context.Pools.Pools.Select(pool => pool.Template)));
            return null;
        }

        if (dimension < 0)
        {
            return word is null ? new PoolRef { Pool = context.Pools.Find(name) } : RefuseInstance<PoolRef>(name, word, at);
        }

        if (word is null)
        {
            context.Problems.Error(at.Where, at.Path, $"a pool with its instance, since {name} is written for each {context.Dimensions[dimension].Name}", name,
                $"Write \"{name}@{context.Dimensions[dimension].Name}\".");
            return null;
        }

        int PoolAt(int instance) => context.Pools.Find($"{name}@{context.Dimensions[dimension].Instances[instance]}");
        return Choose(name, word, dimension, at, scope) switch
        {
            null => null,
            { Fixed: >= 0 and var instance } => new PoolRef { Pool = PoolAt(instance) },
            var choice => new PoolRef
            {
                Attribute = choice.Attribute,
                SecondAttribute = choice.Second,
                SecondValues = choice.SecondValues,
                ByValue = Array.ConvertAll(choice.ByValue, instance => instance < 0 ? -1 : PoolAt(instance)),
            },
        };
    }

    /// <summary>A pool as text, such as <c>ward-bed@site</c>.</summary>
    public PoolRef? Pool(Written at, CompileScope scope)
    {
        var (name, word) = NameText.Split(at.Text);
        return Pool(name, word, at, scope);
    }

    /// <summary>Index of a target (stage, stage of an instance, exit) in <see cref="CompileContext.Targets"/>; -1 after a problem.</summary>
    public int Target(Written at, CompileScope scope)
    {
        var text = at.Text.Trim();
        var target = context.FindExit(text) is >= 0 and var exit ? new Target { Exit = exit, Name = text } : Stage(text, at, scope);
        return target is null ? -1 : Add(target);
    }

    /// <summary>A stage, fixed or by an attribute; null after a problem.</summary>
    public Target? Stage(string text, Written at, CompileScope scope)
    {
        var (name, word) = NameText.Split(text);
        var index = context.Stages.Find(name);
        if (index < 0)
        {
            var known = context.Stages.Names.Concat(context.Exits);
            context.Problems.Error(at.Where, at.Path, "a stage or an exit", text, Nearest.Hint(name, known));
            return null;
        }

        var template = context.Stages.Templates[index];
        if (template.Dimension < 0)
        {
            return word is null ? new Target { Stage = template.First, Name = text } : RefuseInstance<Target>(name, word, at);
        }

        // Without a word: the same instance where the stage has the same each, else that of the patient's attribute.
        return Choose(name, word ?? context.Dimensions[template.Dimension].Name, template.Dimension, at, scope) switch
        {
            null => null,
            { Fixed: >= 0 and var instance } => new Target { Stage = template.First + instance, Name = text },
            var choice => new Target
            {
                Attribute = choice.Attribute,
                SecondAttribute = choice.Second,
                SecondValues = choice.SecondValues,
                StageByValue = Array.ConvertAll(choice.ByValue, value => value < 0 ? -1 : template.First + value),
                Name = text,
            },
        };
    }

    /// <summary>The calendar of a name or <c>name@word</c>; null when there is none of that name (no problem is reported).</summary>
    public ByValue<Timetable>? Calendar(string text, CompileScope scope) => Named(text, scope, context.Calendars.Find);

    /// <summary>The gate of a name or <c>name@word</c>; null when there is none of that name (no problem is reported).</summary>
    public ByValue<Gate>? Gate(string text, CompileScope scope) => Named(text, scope, context.Calendars.FindGate);

    /// <summary>What <c>@word</c> means for something written for each instance of a dimension; null after a problem.</summary>
    public InstanceChoice? Choose(string name, string word, int dimension, Written at, CompileScope scope)
    {
        var pair = context.Dimensions[dimension];
        if (!pair.IsPair)
        {
            return ChooseOne(name, word, dimension, at, scope);
        }

        if (word.Split(EachText.Joint) is not [var one, var other])
        {
            context.Problems.Error(at.Where, at.Path, $"two instances, since {name} is written for each {pair.Name}", $"{name}@{word}",
                $"Write \"{name}@{pair.Name}\".");
            return null;
        }

        var (first, second) = (ChooseOne(name, one, pair.First, at, scope), ChooseOne(name, other, pair.Second, at, scope));
        return first is null || second is null ? null : Both(first, second, context.Dimensions[pair.Second].Instances.Length);
    }

    /// <summary>The instance of a pair of dimensions, of which the second has so many instances.</summary>
    private static InstanceChoice Both(InstanceChoice first, InstanceChoice second, int seconds)
    {
        int Pair(int one, int other) => one < 0 || other < 0 ? -1 : (one * seconds) + other;
        return (first, second) switch
        {
            ({ Fixed: >= 0 }, { Fixed: >= 0 }) => new InstanceChoice(Pair(first.Fixed, second.Fixed), -1, []),
            ({ Fixed: >= 0 }, _) => second with { ByValue = Array.ConvertAll(second.ByValue, other => Pair(first.Fixed, other)) },
            (_, { Fixed: >= 0 }) => first with { ByValue = Array.ConvertAll(first.ByValue, one => Pair(one, second.Fixed)) },
            _ => new InstanceChoice(-1, first.Attribute, [.. first.ByValue.SelectMany(one => second.ByValue.Select(other => Pair(one, other)))])
            {
                Second = second.Attribute,
                SecondValues = second.ByValue.Length,
            },
        };
    }

    private InstanceChoice? ChooseOne(string name, string word, int dimension, Written at, CompileScope scope)
    {
        var instances = context.Dimensions[dimension].Instances;
        if (context.PlaceOf(scope, word) is { } own)
        {
            var instance = Array.IndexOf(instances, own);
            return instance >= 0 ? new InstanceChoice(instance, -1, []) : NoInstance(name, word, instances, at);
        }

        var attribute = context.FindAttribute(word);
        if (attribute < 0)
        {
            var literal = Array.IndexOf(instances, word);
            return literal >= 0 ? new InstanceChoice(literal, -1, []) : NoInstance(name, word, instances, at);
        }

        int[] byValue = [.. context.Attributes.ValuesOf(attribute).Select(value => Array.IndexOf(instances, value))];
        return byValue.Any(instance => instance >= 0) ? new InstanceChoice(-1, attribute, byValue) : NoInstance(name, word, instances, at);
    }

    private ByValue<T>? Named<T>(string text, CompileScope scope, Func<string, T?> find)
        where T : class
    {
        if (find(text) is { } plain)
        {
            return new ByValue<T>(plain, -1, []);
        }

        var (name, word) = NameText.Split(text);
        if (word is null)
        {
            return null;
        }

        if (context.PlaceOf(scope, word) is { } own)
        {
            return find($"{name}@{own}") is { } here ? new ByValue<T>(here, -1, []) : null;
        }

        var attribute = context.FindAttribute(word);
        if (attribute < 0)
        {
            return null;
        }

        T?[] byValue = [.. context.Attributes.ValuesOf(attribute).Select(value => find($"{name}@{value}"))];
        return Array.Exists(byValue, value => value is not null) ? new ByValue<T>(null, attribute, byValue) : null;
    }

    private int Add(Target target)
    {
        var known = context.Targets.FindIndex(other =>
            other.Name == target.Name && other.Stage == target.Stage && other.Exit == target.Exit && other.Attribute == target.Attribute
                && other.SecondAttribute == target.SecondAttribute && other.StageByValue.AsSpan().SequenceEqual(target.StageByValue));
        if (known >= 0)
        {
            return known;
        }

        context.Targets.Add(target);
        return context.Targets.Count - 1;
    }

    private InstanceChoice? NoInstance(string name, string word, string[] instances, Written at)
    {
        if (instances.Length == 0)
        {
            // Of a dimension that does not exist, which is told.
            return null;
        }

        context.Problems.Error(at.Where, at.Path, $"an instance of {name} ({string.Join(", ", instances)}), a dimension or an attribute with such values", word,
            Nearest.Hint(word, instances.Concat(context.Attributes.Names)));
        return null;
    }

    private T? RefuseInstance<T>(string name, string word, Written at)
        where T : class
    {
        context.Problems.Error(at.Where, at.Path, $"{name} without an instance, since it is not written for each of a dimension", $"{name}@{word}",
            $"Write \"{name}\".");
        return null;
    }
}

/// <summary>An instance: fixed, or by the value of an attribute.</summary>
/// <param name="Fixed">Instance index, or -1.</param>
/// <param name="Attribute">Attribute index, or -1.</param>
/// <param name="ByValue">Instance index by attribute value, -1 where there is none.</param>
internal sealed record InstanceChoice(int Fixed, int Attribute, int[] ByValue)
{
    /// <summary>Index of a second attribute, whose values change fastest in <see cref="ByValue"/>; -1: none.</summary>
    public int Second { get; init; } = -1;

    /// <summary>How many values the second attribute has.</summary>
    public int SecondValues { get; init; }
}

/// <summary>Something fixed, or by the value of an attribute.</summary>
/// <param name="Fixed">The thing itself, or null.</param>
/// <param name="Attribute">Attribute index, or -1.</param>
/// <param name="Values">The thing by attribute value, null where there is none.</param>
internal sealed record ByValue<T>(T? Fixed, int Attribute, T?[] Values)
    where T : class;
