namespace FlowSim.Scenarios.Loading.Text;

/// <summary>What a piece of a distribution's text is.</summary>
internal enum DistributionTokenKind
{
    /// <summary>A number with or without a unit.</summary>
    Number,

    /// <summary>A name.</summary>
    Word,
}

/// <summary>A piece of a distribution's text.</summary>
/// <param name="Value">In seconds if <paramref name="Unit"/> is a time, a fraction if it is %.</param>
internal readonly record struct DistributionToken(DistributionTokenKind Kind, string Text, double Value, string Unit)
{
    private const char Quote = '"';

    public bool IsWord(string word) => Kind == DistributionTokenKind.Word && Text == word;

    /// <summary>Splits at spaces and joins a number with the unit that follows it; null if a piece starts like a number and is none.</summary>
    public static List<DistributionToken>? Split(string text)
    {
        if (Pieces(text) is not { } pieces)
        {
            return null;
        }

        var tokens = new List<DistributionToken>(pieces.Count);
        for (var at = 0; at < pieces.Count; at++)
        {
            var piece = pieces[at];
            if (piece[0] == Quote)
            {
                tokens.Add(new DistributionToken(DistributionTokenKind.Word, piece[1..^1], 0, ""));
                continue;
            }

            if (!StartsLikeNumber(piece))
            {
                tokens.Add(new DistributionToken(DistributionTokenKind.Word, piece, 0, ""));
                continue;
            }

            var next = at + 1 < pieces.Count ? pieces[at + 1] : "";
            if (NumberText.TryParse(piece, out _, out _) && IsUnit(next))
            {
                piece += " " + next;
                at++;
            }

            if (!TryReadNumber(piece, out var token))
            {
                return null;
            }

            tokens.Add(token);
        }

        return tokens;
    }

    /// <summary>The pieces between blanks; a name in quotation marks, with blanks or not, is one. Null if a quotation mark is not closed.</summary>
    private static List<string>? Pieces(string text)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (text[at] == Quote)
            {
                end = text.IndexOf(Quote, end) + 1;
                if (end <= at + 2 || (end < text.Length && !char.IsWhiteSpace(text[end])))
                {
                    return null;
                }
            }
            else if (!char.IsWhiteSpace(text[at]))
            {
                end = at + text[at..].TakeWhile(sign => !char.IsWhiteSpace(sign)).Count();
                if (text.IndexOf(Quote, at, end - at) >= 0)
                {
                    return null;
                }
            }

            if (!char.IsWhiteSpace(text[at]))
            {
                pieces.Add(text[at..end]);
            }

            at = end;
        }

        return pieces;
    }

    private static bool TryReadNumber(string piece, out DistributionToken token)
    {
        if (NumberText.TryParse(piece, out var number, out _))
        {
            token = new DistributionToken(DistributionTokenKind.Number, piece, number, "");
            return true;
        }

        if (ShareText.TryParsePercent(piece, out var share))
        {
            token = new DistributionToken(DistributionTokenKind.Number, piece, share, "%");
            return true;
        }

        var read = DurationText.TryParse(piece, out var seconds, out var unit, out _);
        token = new DistributionToken(DistributionTokenKind.Number, piece, seconds, unit);
        return read;
    }

    private static bool IsUnit(string piece) => piece == "%" || TimeUnit.TryGet(piece, out _);

    private static bool StartsLikeNumber(string piece) => char.IsAsciiDigit(piece[0]) || piece[0] is '-' or '+' or '.';
}
