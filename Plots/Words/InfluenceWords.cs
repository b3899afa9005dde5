using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Uncertainty;

namespace FlowSim.Plots.Words;

/// <summary>What an input acts on, and the input, as a reader knows them.</summary>
public static class InfluenceWords
{
    /// <summary>Before the path of an input whose described value is multiplied.</summary>
    private const string Scale = "scale:";

    /// <summary>Before the path of an input whose described value is added to.</summary>
    private const string Add = "add:";

    /// <summary><c>Beds occupied</c>, <c>Beds occupied, change by “Rural hubs”</c>, <c>What “Rural hubs” gains in cash</c>.</summary>
    /// <param name="names">What the system's ids are called.</param>
    /// <param name="row">Of an input.</param>
    /// <param name="scenario">The scenario as a reader calls it.</param>
    public static string Subject(SystemNames names, InfluenceRow row, string scenario) => row.Kind switch
    {
        UncertaintyRow.Saving => $"What “{scenario}” gains, {BasisOf(row.Key.Measure)}",
        UncertaintyRow.Difference => $"{names.Measure(row.Key.Measure)}, change by “{scenario}”",
        _ => names.Measure(row.Key.Measure),
    };

    /// <summary>An input: what it is, in words, and the scenario's reason for it.</summary>
    public static string Name(SystemNames names, InfluenceRow row) => Name(names, row.Input, row.Reason);

    /// <summary>The same.</summary>
    public static string Name(SystemNames names, string input, string reason)
    {
        string[] all = input.StartsWith(DrawnInput.OfInvestment, StringComparison.Ordinal) || input.StartsWith(DrawnInput.OfCosts, StringComparison.Ordinal)
            ? [Price(input)] : [.. input.Split(InfluenceRow.Between).Select(one => Path(one, names))];
        var what = all[0] + (all.Length > 1 ? FormattableString.Invariant($", and {all.Length - 1} more that {(all.Length == 2 ? "moves" : "move")} with it") : "");
        return reason.Length == 0 ? what : $"{what} ({reason})";
    }

    /// <summary>From where to where it goes: <c>54 to 62</c>, <c>× 0.9 to 1.1</c>, <c>£2.2m to £8.1m</c>.</summary>
    public static string Ends(InfluenceRow row) => row.Pounds is { } pounds
        ? $"{SavingWords.Money(pounds.Low).TrimStart('+')} to {SavingWords.Money(pounds.High).TrimStart('+')}"
        : $"{(row.Input.StartsWith(Scale, StringComparison.Ordinal) ? "× " : row.Input.StartsWith(Add, StringComparison.Ordinal) ? "+ " : "")}{row.Low} to {row.High}";

    private static string Path(string input, SystemNames names)
    {
        var path = input.StartsWith(Scale, StringComparison.Ordinal) ? input[Scale.Length..]
            : input.StartsWith(Add, StringComparison.Ordinal) ? input[Add.Length..] : input;
        return path.Contains('.', StringComparison.Ordinal) ? NumberPath.InWords(path, names) : path;
    }

    private static string Price(string input)
    {
        var name = SavingWords.InputName(input);
        return name.StartsWith("the ", StringComparison.Ordinal) ? char.ToUpperInvariant(name[4]) + name[5..] : name;
    }

    /// <summary>A basis in a sentence.</summary>
    public static string BasisOf(string basis) => basis == Basis.Cash ? "in cash" : "worth if used again";
}
