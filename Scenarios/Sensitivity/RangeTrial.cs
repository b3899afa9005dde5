using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Sensitivity;

/// <summary>What is changed to put a number, or the rows of a table that share a range, at the two ends of the range.</summary>
/// <param name="Path">Path of the number; of rows that are moved together the table's.</param>
/// <param name="Low">The low end, as a reader sees it.</param>
/// <param name="High">The high end.</param>
/// <param name="Changes">The changes, each with what it needs for the low and for the high end.</param>
internal sealed record RangeTrial(string Path, string Low, string High, IReadOnlyList<RangeChange> Changes)
{
    private const string Plus = "+";

    /// <summary>Signs before a relative range, as people write them.</summary>
    private static readonly string[] PlusMinus = ["+/-", "±", "+-"];

    /// <summary>The trials of some numbers, in order; and those with a range that cannot be tried, with the reason.</summary>
    public static (IReadOnlyList<RangeTrial> Trials, IReadOnlyList<(DescribedNumber Number, string Why)> Left) Of(
        SystemFiles files, IReadOnlyList<DescribedNumber> numbers)
    {
        var trials = new Dictionary<(string Path, string Range), RangeTrial>();
        var left = new List<(DescribedNumber, string)>();
        foreach (var number in numbers.Where(number => number.Range.Length > 0))
        {
            if (Change(files, number, out var low, out var high, out var isRelative, out var why) is not { } change)
            {
                left.Add((number, why));
                continue;
            }

            // A twelfth of a roster, moved by itself, says nothing: rows of one relative range go up and down together.
            var path = isRelative ? number.Path.Split('[')[0] : number.Path;
            trials[(path, number.Range)] = trials.TryGetValue((path, number.Range), out var trial)
                ? trial with { Changes = [.. trial.Changes, change] }
                : new RangeTrial(path, low, high, [change]);
        }

        return ([.. trials.Values], left);
    }

    private static RangeChange? Change(
        SystemFiles files, DescribedNumber number, out string low, out string high, out bool isRelative, out string why)
    {
        (low, high, why) = ("", "", "");
        isRelative = false;
        var path = PathOf(files, number);
        if (path is null)
        {
            why = "a change names one value by path; this is a row with several, or an item of a list";
            return null;
        }

        if (Relative(number.Range) is { } ends)
        {
            (low, high, isRelative) = (ends.LowText, ends.HighText, true);
            return new RangeChange(ends.Verb, path, ends.Low, ends.High);
        }

        if (PlausibleRange.EndTexts(number.Range) is not { } texts)
        {
            why = "the range is neither two ends nor ± something";
            return null;
        }

        (low, high) = texts;
        if (QuantityText.TryParse(number.Value, out _))
        {
            return new RangeChange("set", path, low, high);
        }

        if (PlausibleRange.Factors(number.Range, number.Value) is { } factors)
        {
            return new RangeChange("scale", path, NumberText.Write(factors.Low), NumberText.Write(factors.High));
        }

        why = "the value has no mean that the ends could be ends of";
        return null;
    }

    /// <summary>The path that a change takes: of a row the path of its only value.</summary>
    private static string? PathOf(SystemFiles files, DescribedNumber number)
    {
        var (section, rest) = number.Path.Split('.', 2) is [var first, var behind] ? (first, behind) : (number.Path, "");
        var tables = section == SystemFolder.Tables ? files.Tables : section == SystemFolder.Rosters ? files.Rosters : null;
        if (tables is null)
        {
            return number.Path.Contains('[', StringComparison.Ordinal) || number.Value.StartsWith("table ", StringComparison.Ordinal) ? null : number.Path;
        }

        if (!tables.TryGetValue(rest.Split('[')[0], out var table))
        {
            return null;
        }

        // Of one value the text stands by itself; of several each stands behind its column.
        var keys = ChangePath.TryParse(number.Path, out var steps) ? steps[^1].Selector?.Select(pair => pair.Key).ToList() ?? [] : [];
        var row = table.Rows.FirstOrDefault(one => one.Where == number.Where);
        var columns = row is null ? [] : Enumerable.Range(0, table.Columns.Length)
            .Where(column => !TableColumns.IsMetadata(table.Columns[column]) && !keys.Contains(table.Columns[column]))
            .Where(column => row.Cells[column].Trim() == number.Value).ToList();
        return columns.Count == 1 ? $"{number.Path}.{table.Columns[columns[0]]}" : null;
    }

    private static (string Verb, string Low, string High, string LowText, string HighText)? Relative(string range)
    {
        var sign = Array.Find(PlusMinus, one => range.StartsWith(one, StringComparison.Ordinal));
        if (sign is not null)
        {
            return Relative("-" + range[sign.Length..].Trim(), Plus + range[sign.Length..].Trim());
        }

        return range.StartsWith('-') && range.Split(" to ") is [var low, ['+', ..] high] ? Relative(low.Trim(), high.Trim()) : null;
    }

    private static (string Verb, string Low, string High, string LowText, string HighText)? Relative(string low, string high)
    {
        if (Percent(low) is { } down && Percent(high) is { } up && down > -1)
        {
            return ("scale", NumberText.Write(1 + down), NumberText.Write(1 + up), low, high);
        }

        return QuantityText.TryParseAmount(low, out _) && QuantityText.TryParseAmount(high.TrimStart('+'), out _)
            ? ("add", low, high.TrimStart('+'), low, high)
            : null;
    }

    private static double? Percent(string text) =>
        text.EndsWith('%') && NumberText.TryParse(text[..^1].Trim().TrimStart('+'), out var value, out _) ? value / 100 : null;
}

/// <summary>One change of a trial.</summary>
/// <param name="Verb"><c>set</c>, <c>scale</c> or <c>add</c>.</param>
/// <param name="Path">What is changed.</param>
/// <param name="Low">To what, or by what, for the low end.</param>
/// <param name="High">The same for the high end.</param>
internal sealed record RangeChange(string Verb, string Path, string Low, string High);
