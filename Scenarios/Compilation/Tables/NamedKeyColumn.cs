using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A column named like an attribute with named values.</summary>
internal sealed class NamedKeyColumn : KeyColumn
{
    private readonly AttributeIndex attributes;
    private readonly int attribute;

    public NamedKeyColumn(AttributeIndex attributes, int attribute, int column)
        : base(attributes.NameOf(attribute), column)
    {
        this.attributes = attributes;
        this.attribute = attribute;
    }

    public override int Size => Math.Max(1, attributes.ValuesOf(attribute).Count);

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        var coordinates = new List<int>();
        foreach (var value in cell.Split('|'))
        {
            var index = attributes.ValueIndex(attribute, value.Trim());
            if (index < 0)
            {
                expected = $"a value of {Name} or *";
                hint = Nearest.Hint(value, attributes.ValuesOf(attribute));
                return null;
            }

            coordinates.Add(index);
        }

        expected = hint = "";
        return new KeyCell(false, [.. coordinates]);
    }

    /// <summary>Notes the values that a cell names.</summary>
    public void Note(Written cell)
    {
        foreach (var value in attributes.IsDeclared(attribute) ? [] : cell.Text.Split('|'))
        {
            attributes.Uses.Name(attribute, cell with { Text = value.Trim() });
        }
    }

    public override bool CanOccur(int coordinate) => attributes.CanOccur(attribute, coordinate);

    public override string NameOf(int coordinate) => attributes.ValuesOf(attribute).ElementAtOrDefault(coordinate) ?? "any value";

    public override LookupKey ToKey(int stride) => new() { Source = KeySource.Attribute, Attribute = attribute, Stride = stride };
}
