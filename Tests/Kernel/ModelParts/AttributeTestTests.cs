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
        var test = Less(First, Number(3)).Tests.Single();
        Assert.That(test.Attribute, Is.Zero);
        Assert.That((test.Holds(2), test.Holds(3)), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_test_says_what_the_comparison_says([Values(int.MinValue, -1, 0, 7, int.MaxValue)] int value)
    {
        foreach (var against in new[] { int.MinValue, -1, 0, 6, 7, 8, int.MaxValue })
        {
            bool Holds(ExpressionKind kind) => new Expression { Kind = kind, Left = First, Right = Number(against) }.Tests.Single().Holds(value);
            Assert.That(Holds(ExpressionKind.Equal), Is.EqualTo(value == against), $"{value} = {against}");
            Assert.That(Holds(ExpressionKind.NotEqual), Is.EqualTo(value != against), $"{value} != {against}");
            Assert.That(Holds(ExpressionKind.Less), Is.EqualTo(value < against), $"{value} < {against}");
            Assert.That(Holds(ExpressionKind.LessOrEqual), Is.EqualTo(value <= against), $"{value} <= {against}");
            Assert.That(Holds(ExpressionKind.Greater), Is.EqualTo(value > against), $"{value} > {against}");
            Assert.That(Holds(ExpressionKind.GreaterOrEqual), Is.EqualTo(value >= against), $"{value} >= {against}");
        }
    }

    [Test]
    public void Tests_that_have_to_hold_together_are_taken_out_together_and_others_are_not()
    {
        var (test, other) = (Less(First, Number(3)), Less(First, Number(1.5)));
        Expression Both(Expression left, Expression right) => new() { Right = right, Left = left, Kind = ExpressionKind.And };
        Assert.That(Both(test, Both(test, test)).Tests, Has.Length.EqualTo(3));
        Assert.That(Both(test, other).Tests, Is.Empty);
        Assert.That(new Expression { Kind = ExpressionKind.Or, Left = test, Right = test }.Tests, Is.Empty);
        Assert.That(new Expression { Kind = ExpressionKind.Not, Left = test }.Tests, Is.Empty);
    }

    [Test]
    public void A_broken_number_is_not_cut_to_a_whole_one() => Assert.That(Less(First, Number(2.5)).Tests, Is.Empty);

    [Test]
    public void Another_attribute_is_no_number() =>
        Assert.That(Less(First, new Expression { Kind = ExpressionKind.Attribute, Index = 1 }).Tests, Is.Empty);

    [Test]
    public void A_number_on_the_left_is_no_attribute() => Assert.That(Less(Number(1), Number(3)).Tests, Is.Empty);

    [Test]
    public void Half_a_comparison_is_none()
    {
        Assert.That(Less(null, Number(3)).Tests, Is.Empty);
        Assert.That(Less(First, null).Tests, Is.Empty);
    }

    [Test]
    public void A_table_without_keys_has_one_cell_and_one_without_cells_none()
    {
        Assert.That(new Lookup { Keys = [], Cells = [7, 8], Name = "" }.OnlyCell, Is.EqualTo(7));
        Assert.That(new Lookup { Keys = [], Cells = [], Name = "" }.OnlyCell, Is.EqualTo(-1));
        Assert.That(new Lookup { Keys = [new LookupKey { Source = KeySource.Hour, Stride = 1 }], Cells = [7, 8], Name = "" }.OnlyCell, Is.EqualTo(-1));
    }
}
