namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Cuts a condition into pieces.</summary>
internal sealed class ConditionLexer
{
    private static readonly string[] Comparisons = ["!=", "<=", ">=", "=", "<", ">"];
    private const string Plus = "+";
    private readonly string text;
    private readonly List<ConditionToken> tokens = [];
    private int at;

    private ConditionLexer(string text) => this.text = text;

    /// <summary>All pieces with an end piece; null with the position of the sign that fits nowhere.</summary>
    public static List<ConditionToken>? Split(string text, out int bad)
    {
        var lexer = new ConditionLexer(text);
        var read = lexer.ReadAll();
        bad = lexer.at;
        return read ? lexer.tokens : null;
    }

    private bool ReadAll()
    {
        for (SkipSpaces(); at < text.Length; SkipSpaces())
        {
            if (!ReadOne())
            {
                return false;
            }
        }

        tokens.Add(new ConditionToken(ConditionTokenKind.End, "", at));
        return true;
    }

    private bool ReadOne()
    {
        var sign = text[at];
        if (sign is '(' or ')')
        {
            tokens.Add(new ConditionToken(sign == '(' ? ConditionTokenKind.Open : ConditionTokenKind.Close, sign.ToString(), at));
            at++;
            return true;
        }

        return sign is '\'' or '"' ? ReadQuoted(sign) : IsRun(sign) ? ReadRun() : ReadComparison();
    }

    private bool ReadComparison()
    {
        foreach (var comparison in Comparisons)
        {
            if (string.CompareOrdinal(text, at, comparison, 0, comparison.Length) == 0)
            {
                tokens.Add(new ConditionToken(ConditionTokenKind.Comparison, comparison, at));
                at += comparison.Length;
                return true;
            }
        }

        return false;
    }

    private bool ReadQuoted(char mark)
    {
        var end = text.IndexOf(mark, at + 1);
        if (end < 0)
        {
            return false;
        }

        var inner = text[(at + 1)..end];
        tokens.Add(new ConditionToken(ConditionTokenKind.Value, inner, at, new ConditionNode.Quoted(inner, at)));
        at = end + 1;
        return true;
    }

    private bool ReadRun()
    {
        var start = at;
        if (text[at] == '+' && tokens is [.., { Kind: ConditionTokenKind.Close }])
        {
            at++;
            tokens.Add(new ConditionToken(ConditionTokenKind.Plus, Plus, start));
            return true;
        }

        var run = TakeRun();
        if (run is "and" or "or" or "not")
        {
            tokens.Add(new ConditionToken(ConditionTokenKind.Word, run, start));
            return true;
        }

        tokens.Add(run == Plus
            ? new ConditionToken(ConditionTokenKind.Plus, run, start)
            : new ConditionToken(ConditionTokenKind.Value, run, start, ValueOf(run, start)));
        return true;
    }

    private ConditionNode ValueOf(string run, int start)
    {
        if (DateText.TryParse(run, out var date, out _))
        {
            return new ConditionNode.Date(date, start);
        }

        if (NumberText.TryParse(run, out var number, out _))
        {
            return WithUnit(number, run, start);
        }

        return DurationText.TryParse(run, out var seconds, out _)
            ? new ConditionNode.Number(seconds, ConditionUnit.Time, run, start)
            : new ConditionNode.Name(run, start);
    }

    private ConditionNode.Number WithUnit(double number, string run, int start)
    {
        var resume = at;
        SkipSpaces();
        if (at < text.Length && text[at] == '%')
        {
            at++;
            return new ConditionNode.Number(number / 100, ConditionUnit.Share, text[start..at], start);
        }

        var unit = TakeRun();
        if (TimeUnit.TryGet(unit, out var scale))
        {
            return new ConditionNode.Number(number * scale, ConditionUnit.Time, text[start..at], start);
        }

        at = resume;
        return new ConditionNode.Number(number, ConditionUnit.None, run, start);
    }

    private string TakeRun()
    {
        var start = at;
        while (at < text.Length && IsRun(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private void SkipSpaces()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private static bool IsRun(char sign) => char.IsLetterOrDigit(sign) || sign is '-' or '_' or '.' or '@' or ':' or '+';
}
