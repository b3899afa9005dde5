using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Fitting;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>
/// A factor as typed: <c>pools.ward-bed.capacity=20 to 30 step 2</c>, <c>… in 5</c>, <c>…=20, 24, 30</c>; with <c>*=</c> what stands there is multiplied, with
/// <c>+=</c> something is added.
/// </summary>
public static class FactorText
{
    /// <summary>What is to be typed.</summary>
    public const string Expected =
        "PATH=LOW to HIGH, PATH=LOW to HIGH step S, PATH=LOW to HIGH in N or PATH=A, B, C, such as \"pools.ward-bed.capacity=20 to 30 step 2\" or \"stages.ward.time*=0.8 to 1.2\"";

    private const string Option = "--factor";
    private const string Step = " step ";
    private const string In = " in ";
    private const int MostLevels = 1_000;

    /// <summary>A range may miss a whole number of steps by rounding.</summary>
    private const double Rounded = 1e-6;

    /// <summary>Reads one; null where it says something else, and then what.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="files">The system, for the words of its parts.</param>
    /// <param name="why">What is wrong; empty where nothing is.</param>
    public static Factor? Read(string text, SystemFiles files, out string why)
    {
        why = "";
        if (!SetText.TryParse(text, out var set))
        {
            why = $"expected {Expected}";
            return null;
        }

        var name = Head(set);
        var title = new ChangeWords(files).PathOf(set.Path);
        var (range, behind) = Split(set.Value);
        if (range.Contains(',', StringComparison.Ordinal))
        {
            string[] values = [.. range.Split(',').Select(value => value.Trim()).Where(value => value.Length > 0)];
            if (values.Length < 2 || behind.Length > 0 || values.Distinct(StringComparer.Ordinal).Count() < values.Length)
            {
                why = $"expected two or more different values with commas between them, found '{set.Value}'";
                return null;
            }

            return Of(set, values, files);
        }

        if (InputRange.OfEnds(set.Verb, range) is not { } ends || ends.Near == ends.Far)
        {
            why = $"expected two different ends in one unit, such as '20 to 30', or values with commas between them, found '{set.Value}'";
            return null;
        }

        return Places(behind, ends.Far - ends.Near, out why) is { } places
            ? new Factor(name, title, [Input(set, name, title, ends.Range)]) { Places = places }
            : null;
    }

    /// <summary>A factor of which some values are known.</summary>
    internal static Factor Of(SetText set, IReadOnlyList<string> values, SystemFiles files)
    {
        var (name, title) = (Head(set), new ChangeWords(files).PathOf(set.Path));
        var range = new InputRange(set.Verb, values[0], values[^1], values[0], values[^1], IsRelative: false);
        return new Factor(name, title, Input(set, name, title, range), values);
    }

    /// <summary>The head of its column: the path, with <c>*</c> or <c>+</c> behind it where it is multiplied or added to.</summary>
    public static string Head(SetText set) => set.Path + set.Sign.TrimEnd('=');

    private static FreeInput Input(SetText set, string name, string title, InputRange range)
    {
        var where = new SourceLocation(Option, 0, 0);
        return new FreeInput(name, title, range, [new Written(set.Path, where, Option)], set.Value, where);
    }

    /// <summary>The range, and what is said of the levels on it.</summary>
    private static (string Range, string Behind) Split(string value)
    {
        var at = Math.Max(value.IndexOf(Step, StringComparison.Ordinal), value.IndexOf(In, StringComparison.Ordinal));
        return at < 0 ? (value, "") : (value[..at].Trim(), value[at..]);
    }

    private static double[]? Places(string said, double length, out string why)
    {
        why = "";
        if (said.Length == 0)
        {
            return [];
        }

        var steps = 0.0;
        if (said.StartsWith(Step, StringComparison.Ordinal))
        {
            if (!NumberText.TryParse(said[Step.Length..].Trim(), out var step, out _) || step <= 0)
            {
                why = $"expected a step above 0, in the unit of the range and without it, found '{said.Trim()}'";
                return null;
            }

            steps = Math.Abs(length) / step;
            if (Math.Abs(steps - Math.Round(steps)) > Rounded * Math.Max(1, steps))
            {
                why = FormattableString.Invariant($"expected a step of which the range holds a whole number, found {NumberText.Write(step)}, of which it holds {steps:0.###}");
                return null;
            }
        }
        else if (NumberText.TryParse(said[In.Length..].Trim(), out var levels, out _) && levels == Math.Floor(levels))
        {
            steps = levels - 1;
        }

        if (Math.Round(steps) is < 1 or >= MostLevels)
        {
            why = FormattableString.Invariant($"expected 2 to {MostLevels} values of the range, found '{said.Trim()}'");
            return null;
        }

        var count = (int)Math.Round(steps);
        return [.. Enumerable.Range(0, count + 1).Select(index => (double)index / count)];
    }
}
