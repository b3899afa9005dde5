namespace FlowSim.Scenarios.Loading.Text;

/// <summary>What a piece of a condition is.</summary>
internal enum ConditionTokenKind
{
    /// <summary>A name, number, date or quoted text, ready as a node.</summary>
    Value,

    /// <summary><c>= != &lt; &lt;= &gt; &gt;=</c>.</summary>
    Comparison,

    /// <summary><c>+</c> by itself.</summary>
    Plus,

    /// <summary><c>and or not</c>.</summary>
    Word,

    /// <summary>Opening parenthesis.</summary>
    Open,

    /// <summary>Closing parenthesis.</summary>
    Close,

    /// <summary>Behind the last piece.</summary>
    End,
}

/// <summary>A piece of a condition.</summary>
internal readonly record struct ConditionToken(ConditionTokenKind Kind, string Text, int Position, ConditionNode? Value = null);
