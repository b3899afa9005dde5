using System.CommandLine;
using System.Globalization;

namespace FlowSim.Cli.Options;

/// <summary>A warm-up as given on the command line: days, or whole years of a calendar.</summary>
/// <param name="Days">Length when it is given in days [d]; 0 otherwise.</param>
/// <param name="Years">Length when it is given in years [y]; 0 otherwise.</param>
internal sealed record WarmUpLength(int Days, int Years)
{
    /// <summary>As a description writes it: <c>120 d</c>, <c>3 y</c>.</summary>
    public string Text => FormattableString.Invariant($"{(Years > 0 ? Years : Days)} {(Years > 0 ? "y" : "d")}");

    public static Option<WarmUpLength?> CreateOption() =>
        new("--warm-up")
        {
            HelpName = "D",
            Description =
                "Unmeasured time before: the spin-up of a system that branches (whole years: 3y), or the warm-up of a small one (days: 120). Default: what the system says.",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (TryParse(text, out var length))
                {
                    return length;
                }

                result.AddError($"--warm-up: expected whole days such as 120 or whole years such as 3y, received '{text}'");
                return null;
            },
        };

    internal static bool TryParse(string text, out WarmUpLength? length)
    {
        var trimmed = text.Trim();
        var unit = trimmed.LastOrDefault();
        var digits = char.IsAsciiLetter(unit) ? trimmed[..^1].TrimEnd() : trimmed;
        length = null;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        length = unit == 'y' ? new WarmUpLength(0, number) : unit == 'd' || char.IsAsciiDigit(unit) ? new WarmUpLength(number, 0) : null;
        return length is not null;
    }
}
