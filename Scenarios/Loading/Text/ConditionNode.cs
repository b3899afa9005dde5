namespace FlowSim.Scenarios.Loading.Text;

/// <summary>What a number in a condition counts.</summary>
internal enum ConditionUnit
{
    /// <summary>A plain number.</summary>
    None,

    /// <summary>A length of time, in seconds.</summary>
    Time,

    /// <summary>A percentage, as a fraction.</summary>
    Share,
}

/// <summary>A condition as a syntax tree.</summary>
/// <param name="Position">Where it starts in the text, from 0.</param>
internal abstract record ConditionNode(int Position)
{
    /// <summary><c>and or = != &lt; &lt;= &gt; &gt;=</c> between two conditions or values.</summary>
    public sealed record Binary(string Operator, ConditionNode Left, ConditionNode Right, int Position) : ConditionNode(Position);

    /// <summary><c>a + b</c>: two numbers.</summary>
    public sealed record Sum(ConditionNode Left, ConditionNode Right, int Position) : ConditionNode(Position);

    /// <summary><c>not x</c>.</summary>
    public sealed record Not(ConditionNode Operand, int Position) : ConditionNode(Position);

    /// <summary><c>waiting(ward@site)</c>: the function and the text between its parentheses.</summary>
    public sealed record Call(string Function, string Argument, int Position) : ConditionNode(Position);

    /// <summary>A name: an attribute, a value of one, <c>hour</c>, <c>weekday</c>, <c>date</c>, a day.</summary>
    public sealed record Name(string Text, int Position) : ConditionNode(Position);

    /// <summary>A number: in seconds if it is a time, a fraction if it is a share.</summary>
    /// <param name="Text">As written: it may be the name of a value, as in <c>type = 1</c>.</param>
    public sealed record Number(double Value, ConditionUnit Unit, string Text, int Position) : ConditionNode(Position);

    /// <summary>A date, as in <c>date &gt;= 2017-10-01</c>.</summary>
    public sealed record Date(DateOnly Value, int Position) : ConditionNode(Position);

    /// <summary>Text in quotation marks: always a value's name.</summary>
    public sealed record Quoted(string Text, int Position) : ConditionNode(Position);
}
