using System.Diagnostics.CodeAnalysis;
using FlowSim.Scenarios.Language;

namespace FlowSim.Scenarios.Asked;

/// <summary>One change as typed: <c>PATH=VALUE</c> sets, <c>PATH*=FACTOR</c> multiplies, <c>PATH+=AMOUNT</c> adds.</summary>
/// <param name="Verb">The key of a change that does the same.</param>
/// <param name="Path">What is changed.</param>
/// <param name="Value">New value, factor or amount.</param>
public sealed record SetText(string Verb, string Path, string Value)
{
    /// <summary>What is to be typed.</summary>
    public const string Expected = "PATH=VALUE, PATH*=FACTOR or PATH+=AMOUNT, such as \"pools.ward-bed.capacity=30\" or \"stages.ward.time*=0.9\"";

    /// <summary>How it is typed.</summary>
    public string Sign => Verb == ScenarioKeys.Scale.Name ? "*=" : Verb == ScenarioKeys.Add.Name ? "+=" : "=";

    /// <summary>Reads one; the first <c>=</c> outside brackets and quotation marks divides it, so that a path can say which row of a table it means.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SetText? set)
    {
        set = null;
        var at = Divider(text);
        if (at <= 0)
        {
            return false;
        }

        var (before, value) = (text[..at], text[(at + 1)..].Trim());
        var verb = before[^1] switch
        {
            '*' => ScenarioKeys.Scale,
            '+' => ScenarioKeys.Add,
            _ => ScenarioKeys.Set,
        };
        var path = (verb == ScenarioKeys.Set ? before : before[..^1]).Trim();
        set = path.Length > 0 && value.Length > 0 ? new SetText(verb.Name, path, value) : null;
        return set is not null;
    }

    public override string ToString() => $"{Path}{Sign}{Value}";

    private static int Divider(string text)
    {
        var (depth, isQuoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '[' when !isQuoted:
                    depth++;
                    break;
                case ']' when !isQuoted:
                    depth--;
                    break;
                case '=' when !isQuoted && depth == 0:
                    return at;
            }
        }

        return -1;
    }
}
