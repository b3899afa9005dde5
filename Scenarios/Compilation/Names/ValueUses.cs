using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Where values of attributes are given to patients, and where they are named: compared, looked up by a key of a table, decided by.</summary>
internal sealed class ValueUses
{
    private readonly Dictionary<(int Attribute, string Value), Written> given = [];
    private readonly Dictionary<(int Attribute, string Value, string Path), Written> named = [];

    /// <summary>First place at which each value is given.</summary>
    public IEnumerable<(int Attribute, Written At)> Given => given.Select(pair => (pair.Key.Attribute, pair.Value));

    /// <summary>First place at which each value is named, by path: a column of a table names all its values in one.</summary>
    public IEnumerable<(int Attribute, Written At)> Named => named.Select(pair => (pair.Key.Attribute, pair.Value));

    public void Give(int attribute, Written value) => given.TryAdd((attribute, value.Text), value);

    public void Name(int attribute, Written value) => named.TryAdd((attribute, value.Text, value.Path), value);
}
