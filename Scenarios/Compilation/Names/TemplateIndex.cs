using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Something written once, or once <c>each</c>: a name as written and the index of its first instance.</summary>
/// <param name="Name">As written.</param>
/// <param name="Dimension">Dimension index of <c>each</c>, or -1.</param>
/// <param name="First">Index of the first instance; the others follow in the order of the dimension.</param>
/// <param name="Count">Number of instances; 1 without <c>each</c>.</param>
internal sealed record Template(string Name, int Dimension, int First, int Count)
{
    /// <summary>Indices of all instances.</summary>
    public int[] Instances => [.. Enumerable.Range(First, Count)];
}

/// <summary>Stages or streams by name: templates in written order, instances in that order too.</summary>
internal sealed class TemplateIndex
{
    private readonly Template[] templates;
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);

    internal TemplateIndex(IEnumerable<(string Name, int Dimension, int Instances)> written)
    {
        var list = new List<Template>();
        var next = 0;
        foreach (var (name, dimension, instances) in written)
        {
            byName.TryAdd(name, list.Count);
            list.Add(new Template(name, dimension, next, instances));
            next += instances;
        }

        templates = [.. list];
        InstanceCount = next;
    }

    public IReadOnlyList<Template> Templates => templates;

    /// <summary>Number of instances of all templates.</summary>
    public int InstanceCount { get; }

    public IEnumerable<string> Names => templates.Select(template => template.Name);

    /// <summary>Index of a template, or -1.</summary>
    public int Find(string name) => byName.TryGetValue(name, out var index) ? index : -1;

    /// <summary>Indices of the instances of a template.</summary>
    public int[] InstancesOf(int template) => templates[template].Instances;
}
