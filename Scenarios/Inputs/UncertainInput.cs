using System.Security.Cryptography;
using System.Text;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;

namespace FlowSim.Scenarios.Inputs;

/// <summary>A number of the description that comes with a range, or rows of a table that share one, and what puts it elsewhere in it.</summary>
/// <param name="Path">Path of the number; of rows that are moved together the table's.</param>
/// <param name="Low">The low end, as a reader sees it.</param>
/// <param name="High">The high end.</param>
/// <param name="Changes">The changes, each with what it needs for the low and for the high end.</param>
internal sealed record UncertainInput(string Path, string Low, string High, IReadOnlyList<InputChange> Changes)
{
    /// <summary>Where the numbers stand, in order.</summary>
    public required IReadOnlyList<SourceLocation> Places { get; init; }

    /// <summary>The value as described; of several their number and a fingerprint, by which it is known whether one has changed.</summary>
    public string Value => Values.Count == 1 ? Values[0]
        : FormattableString.Invariant($"{Values.Count} values {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Values))))[..Fingerprint]}");

    private const int Fingerprint = 8;

    private IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The inputs among some numbers, in order; and those with a range that cannot be used, with the reason.</summary>
    public static (IReadOnlyList<UncertainInput> Inputs, IReadOnlyList<(DescribedNumber Number, string Why)> Left) Of(
        SystemFiles files, IReadOnlyList<DescribedNumber> numbers)
    {
        var inputs = new Dictionary<(string Path, string Range), UncertainInput>();
        var left = new List<(DescribedNumber, string)>();
        foreach (var number in numbers.Where(number => number.Range.Length > 0))
        {
            if (RangeOf(files, number, out var changed, out var why) is not { } range)
            {
                left.Add((number, why));
                continue;
            }

            // A twelfth of a roster, moved by itself, says nothing: rows of one relative range go up and down together.
            var path = range.IsRelative ? number.Path.Split('[')[0] : number.Path;
            var change = new InputChange(range.Verb, changed, range.Low, range.High);
            inputs[(path, number.Range)] = inputs.TryGetValue((path, number.Range), out var input)
                ? input with { Changes = [.. input.Changes, change], Places = [.. input.Places, number.Where], Values = [.. input.Values, number.Value] }
                : new UncertainInput(path, range.LowText, range.HighText, [change]) { Places = [number.Where], Values = [number.Value] };
        }

        return ([.. inputs.Values], left);
    }

    /// <summary>The input at a place in its range.</summary>
    /// <param name="u">0 at the low end, 1 at the high end; between them every value may be taken.</param>
    public IReadOnlyList<InputValue> At(double u) => [.. Changes.Select(change => new InputValue(change.Verb, change.Path, RangeOf(change).At(u)))];

    private static InputRange RangeOf(InputChange change) => new(change.Verb, change.Low, change.High, change.Low, change.High, IsRelative: false);

    private static InputRange? RangeOf(SystemFiles files, DescribedNumber number, out string path, out string why)
    {
        path = PathOf(files, number) ?? "";
        why = "a change names one value by path; this is a row with several, or an item of a list";
        if (path.Length == 0)
        {
            return null;
        }

        return InputRange.Of(number.Range, number.Value, out why);
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
}
