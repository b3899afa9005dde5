using System.CommandLine;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Options;

/// <summary>What <c>--precision</c> asks for.</summary>
/// <param name="Usual">For every measure of the headline; null: only those that are named are watched.</param>
/// <param name="Own">For some measures, by id.</param>
internal sealed record PrecisionWords(Tolerance? Usual, IReadOnlyDictionary<string, Tolerance> Own)
{
    public static Option<string[]> Option()
    {
        var option = new Option<string[]>("--precision")
        {
            HelpName = "P",
            Description =
                $"Add replications until the 95 % intervals of the headline measures of the whole system are narrow enough: half of each no wider than P of the level, such as 2%; for one measure MEASURE=P, or MEASURE=NUMBER in its unit (repeatable; where only measures are named, only these are watched). At least {PrecisionGoal.Least} are run, at most --replications N (default {PrecisionGoal.MostByDefault}). It is about chance: no draws are made.",
            Arity = ArgumentArity.OneOrMore,
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !TryParse(token.Value, out _, out _)))
            {
                result.AddError($"--precision: expected {Tolerance.Expected}, received '{token.Value}'");
            }
        });
        return option;
    }

    /// <summary>What was asked for; null: nothing was.</summary>
    public static PrecisionWords? Of(string[]? words)
    {
        if (words is not { Length: > 0 })
        {
            return null;
        }

        var (usual, own) = ((Tolerance?)null, new Dictionary<string, Tolerance>(StringComparer.Ordinal));
        foreach (var word in words)
        {
            if (!TryParse(word, out var measure, out var tolerance))
            {
                continue;
            }

            if (measure.Length == 0)
            {
                usual = tolerance;
            }
            else
            {
                own[measure] = tolerance;
            }
        }

        return new PrecisionWords(usual, own);
    }

    private static bool TryParse(string word, out string measure, out Tolerance tolerance)
    {
        var at = word.IndexOf('=', StringComparison.Ordinal);
        measure = at < 0 ? "" : word[..at].Trim();
        return Tolerance.TryParse(word[(at + 1)..], out tolerance) && (measure.Length > 0 || (at < 0 && tolerance.Relative));
    }
}
