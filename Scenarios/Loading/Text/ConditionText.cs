using System.Diagnostics.CodeAnalysis;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>
/// Reads a condition: <c>waiting(ward@site) &gt;= 6 and not open(office)</c>. <c>and</c> binds more closely than <c>or</c>, <c>not</c> more than both,
/// a comparison more than those, and <c>+</c> most.
/// </summary>
internal sealed class ConditionText
{
    public const string Expected = "a condition, such as \"waiting(ward@site) >= 6 and open(office)\"";

    /// <summary>Pieces of a condition: whatever is nested or chained in it stays within what the compilation can follow.</summary>
    private const int MostPieces = 1_000;
    private const int DeepestNesting = 100;

    private readonly string text;
    private readonly List<ConditionToken> tokens;
    private int at;
    private int depth;
    private string expected = "";

    private ConditionText(string text, List<ConditionToken> tokens)
    {
        this.text = text;
        this.tokens = tokens;
    }

    private ConditionToken Here => tokens[at];

    public static bool TryParse(string text, [NotNullWhen(true)] out ConditionNode? condition, out string expected)
    {
        condition = null;
        if (ConditionLexer.Split(text, out var bad) is not { } tokens)
        {
            expected = $"{Expected}; \"{text[bad]}\" at character {bad + 1} does not belong";
            return false;
        }

        if (tokens.Count > MostPieces)
        {
            expected = FormattableString.Invariant($"a condition of at most {MostPieces} names, signs and numbers");
            return false;
        }

        var reader = new ConditionText(text, tokens);
        condition = reader.Or();
        if (condition is not null && reader.Here.Kind != ConditionTokenKind.End)
        {
            condition = reader.Fail("and, or, a comparison or the end");
        }

        expected = reader.expected;
        return condition is not null;
    }

    private ConditionNode? Or() => Chain("or", And);

    private ConditionNode? And() => Chain("and", Negation);

    private ConditionNode? Chain(string word, Func<ConditionNode?> next)
    {
        var left = next();
        while (left is not null && Here is { Kind: ConditionTokenKind.Word } && Here.Text == word)
        {
            at++;
            left = next() is { } right ? new ConditionNode.Binary(word, left, right, left.Position) : null;
        }

        return left;
    }

    private ConditionNode? Negation()
    {
        if (Here is not { Kind: ConditionTokenKind.Word, Text: "not", Position: var position })
        {
            return Comparison();
        }

        at++;
        return Deeper(Negation) is { } operand ? new ConditionNode.Not(operand, position) : null;
    }

    private ConditionNode? Comparison()
    {
        var left = Sum();
        if (left is null || Here.Kind != ConditionTokenKind.Comparison)
        {
            return left;
        }

        var sign = Here.Text;
        at++;
        return Sum() is { } right ? new ConditionNode.Binary(sign, left, right, left.Position) : null;
    }

    private ConditionNode? Sum()
    {
        var left = Primary();
        while (left is not null && Here.Kind == ConditionTokenKind.Plus)
        {
            at++;
            left = Primary() is { } right ? new ConditionNode.Sum(left, right, left.Position) : null;
        }

        return left;
    }

    private ConditionNode? Primary()
    {
        if (Here.Kind == ConditionTokenKind.Open)
        {
            at++;
            var inner = Deeper(Or);
            return inner is null ? null : Close() ? inner : Fail("a closing parenthesis");
        }

        if (Here.Value is not { } value)
        {
            return Fail("a name, a number or a function");
        }

        at++;
        return value is ConditionNode.Name name && Here.Kind == ConditionTokenKind.Open ? Call(name) : value;
    }

    /// <summary>What stands behind <c>not</c> or within parentheses.</summary>
    private ConditionNode? Deeper(Func<ConditionNode?> read)
    {
        if (++depth > DeepestNesting)
        {
            expected = FormattableString.Invariant($"a condition whose parentheses and nots are at most {DeepestNesting} deep");
            return null;
        }

        var inner = read();
        depth--;
        return inner;
    }

    private ConditionNode? Call(ConditionNode.Name name)
    {
        var start = Here.Position + 1;
        at++;
        while (Here.Kind is not (ConditionTokenKind.Close or ConditionTokenKind.Open or ConditionTokenKind.End))
        {
            at++;
        }

        var argument = text[start..Here.Position].Trim();
        return Close() ? new ConditionNode.Call(name.Text, argument, name.Position) : Fail("a closing parenthesis");
    }

    private bool Close()
    {
        if (Here.Kind != ConditionTokenKind.Close)
        {
            return false;
        }

        at++;
        return true;
    }

    private ConditionNode? Fail(string wanted)
    {
        var found = Here.Kind == ConditionTokenKind.End ? "the end" : $"\"{Here.Text}\"";
        expected = $"{wanted} at character {Here.Position + 1}, where {found} stands";
        return null;
    }
}
