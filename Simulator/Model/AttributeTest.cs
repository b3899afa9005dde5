using System.Runtime.CompilerServices;

namespace FlowSim.Simulator.Model;

/// <summary>An attribute lies in a range of whole numbers, or outside: one comparison, whichever it was written as.</summary>
internal readonly struct AttributeTest
{
    private readonly int low;
    private readonly uint span;
    private readonly bool isOutside;

    private AttributeTest(int attribute, long from, long to, bool isOutside)
    {
        Attribute = attribute;
        (low, span) = ((int)from, (uint)(to - from));
        this.isOutside = isOutside;
    }

    public int Attribute { get; }

    /// <summary>True when a value of the attribute is as it has to be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Holds(int value) => unchecked((uint)(value - low)) <= span != isOutside;

    /// <summary>The test that a comparison is, or none: it is of something else than an attribute and a whole number.</summary>
    public static AttributeTest[] Of(ExpressionKind kind, Expression left, Expression right)
    {
        if (left.Kind != ExpressionKind.Attribute || right.Kind != ExpressionKind.Constant || (int)right.Value != right.Value)
        {
            return [];
        }

        var (attribute, value) = (left.Index, (long)right.Value);
        return kind switch
        {
            ExpressionKind.Equal => [new(attribute, value, value, isOutside: false)],
            ExpressionKind.NotEqual => [new(attribute, value, value, isOutside: true)],
            ExpressionKind.Less => [new(attribute, value, int.MaxValue, isOutside: true)],
            ExpressionKind.GreaterOrEqual => [new(attribute, value, int.MaxValue, isOutside: false)],
            ExpressionKind.LessOrEqual => [new(attribute, int.MinValue, value, isOutside: false)],
            ExpressionKind.Greater => [new(attribute, int.MinValue, value, isOutside: true)],
            _ => [],
        };
    }
}
