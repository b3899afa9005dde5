using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Kernel.ModelParts;

/// <summary>Conditions that compare an attribute with a whole number are judged without walking their tree, and no others are.</summary>
public sealed class AttributeTestTests
{
    private static readonly Expression First = new() { Kind = ExpressionKind.Attribute, Index = 0 };

    private static Expression Number(double value) => new() { Kind = ExpressionKind.Constant, Value = value };

    private static Expression Less(Expression? left, Expression? right) => new() { Kind = ExpressionKind.Less, Left = left, Right = right };

    [Test]
    public void An_attribute_and_a_whole_number_are_taken_out_of_the_tree()
    {
        var test = Less(First, Number(3));
        Assert.That((test.IsAttributeTest, test.TestedAttribute, test.TestedValue), Is.EqualTo((true, 0, 3)));
    }

    [Test]
    public void A_broken_number_is_not_cut_to_a_whole_one() => Assert.That(Less(First, Number(2.5)).IsAttributeTest, Is.False);

    [Test]
    public void Another_attribute_is_no_number() =>
        Assert.That(Less(First, new Expression { Kind = ExpressionKind.Attribute, Index = 1 }).IsAttributeTest, Is.False);

    [Test]
    public void A_number_on_the_left_is_no_attribute() => Assert.That(Less(Number(1), Number(3)).IsAttributeTest, Is.False);

    [Test]
    public void Half_a_comparison_is_none()
    {
        Assert.That(Less(null, Number(3)).IsAttributeTest, Is.False);
        Assert.That(Less(First, null).IsAttributeTest, Is.False);
    }

    [Test]
    public void A_table_without_keys_has_one_cell_and_one_without_cells_none()
    {
        Assert.That(new Lookup { Keys = [], Cells = [7, 8], Name = "" }.OnlyCell, Is.EqualTo(7));
        Assert.That(new Lookup { Keys = [], Cells = [], Name = "" }.OnlyCell, Is.EqualTo(-1));
        Assert.That(new Lookup { Keys = [new LookupKey { Source = KeySource.Hour, Stride = 1 }], Cells = [7, 8], Name = "" }.OnlyCell, Is.EqualTo(-1));
    }
}
