using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Sensitivity;

/// <summary>What was tried of a system's numbers, set beside the description as it is now: it may have changed since.</summary>
public sealed class TriedNumbers
{
    private readonly IReadOnlyList<DescribedNumber> numbers;
    private readonly ILookup<string, UncertainInput> inputs;
    private readonly ILookup<string, DescribedNumber> byPath;
    private readonly IReadOnlyList<SensitivityRow> rows;

    /// <param name="files">The system.</param>
    /// <param name="numbers">All its numbers.</param>
    /// <param name="rows">What was tried.</param>
    public TriedNumbers(SystemFiles files, IReadOnlyList<DescribedNumber> numbers, IReadOnlyList<SensitivityRow> rows)
    {
        this.numbers = numbers;
        inputs = UncertainInput.Of(files, numbers).Inputs.ToLookup(input => input.Path, StringComparer.Ordinal);

        // Rows of a table that were moved together stand under its name.
        byPath = numbers.SelectMany(number => new[] { number.Path, number.Path.Split('[')[0] }.Distinct().Select(path => (path, number)))
            .ToLookup(one => one.path, one => one.number, StringComparer.Ordinal);
        var fresh = rows.Where(row => Since(row).Length == 0).Select(row => row.Path).ToHashSet(StringComparer.Ordinal);

        // A range that has been widened and tried again leaves its old rows in the file.
        this.rows = [.. rows.Where(row => IsThere(row.Path) && (!fresh.Contains(row.Path) || Since(row).Length == 0))];
        Gone = [.. rows.Select(row => row.Path).Distinct().Where(path => !IsThere(path))];
        Order = new SensitivityOrder(this.rows);
    }

    /// <summary>Paths that were tried and are there no more.</summary>
    public IReadOnlyList<string> Gone { get; }

    /// <summary>Which of those that are there move a measure most.</summary>
    public SensitivityOrder Order { get; }

    /// <summary>The numbers of a system with what stands beside it of their trials.</summary>
    /// <param name="files">The system.</param>
    /// <param name="problems">Takes what is wrong with the file; then nothing is known of trials.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static NumberFacts FactsOf(SystemFiles files, ProblemList problems)
    {
        var described = SystemNumbers.Of(files, ExperimentPlan.BaselineId, new ProblemList { Sources = files.Sources }) ?? [];
        return new TriedNumbers(files, described, SensitivityFile.Beside(files, problems) ?? []).Facts();
    }

    /// <summary>Tells of what has changed since it was tried.</summary>
    public void Check(ProblemList problems)
    {
        var where = new SourceLocation(SensitivityFile.FileName, 0, 0);
        foreach (var path in Gone)
        {
            problems.Warning(where, "sensitivity", "paths of numbers of this system", path,
                $"{Nearest.Hint(path, byPath.Select(one => one.Key))} The system may have changed since: try it anew.".Trim());
        }

        foreach (var row in rows.Where(row => Since(row).Length > 0).DistinctBy(row => row.Path))
        {
            problems.Warning(where, row.Path, "moves of the number as it is now", Since(row), "Try it anew with 'flowsim assumptions --try'.");
        }
    }

    private NumberFacts Facts() => new()
    {
        Count = numbers.Count,
        Assumed = numbers.Count(number => number.Status == "assumed"),
        Triable = inputs.Sum(group => group.Count()),
        Tried = [.. rows.Select(row => row.Path).Distinct().OrderByDescending(Order.ShareOf).ThenByDescending(Order.TotalOf).Select(Fact)],
        Gone = Gone,
    };

    private TriedNumberFacts Fact(string path)
    {
        var row = Order.StrongestOf(path)!;
        var moved = InputOf(row) is { } input ? [.. byPath[path].Where(number => input.Places.Contains(number.Where))] : byPath[path].ToList();
        var (measure, group) = row.Measure.Split(' ', 2) is [var id, var rest] ? (id, rest) : (row.Measure, "");
        return new TriedNumberFacts
        {
            Path = path,
            Status = moved.CountBy(number => number.Status).MaxBy(status => status.Value).Key,
            UsedBy = moved[0].UsedBy,
            Together = moved.Count,
            File = moved[0].Where.File,
            Line = moved[0].Where.Line,
            Low = row.Low,
            High = row.High,
            Measure = measure,
            Group = group,
            Unit = row.Unit,
            Baseline = row.Baseline,
            AtLow = row.AtLow,
            AtHigh = row.AtHigh,
            Share = Order.ShareOf(path),
            Since = Since(row),
        };
    }

    private bool IsThere(string path) => byPath.Contains(path);

    private UncertainInput? InputOf(SensitivityRow row) => inputs[row.Path].FirstOrDefault(input => (input.Low, input.High) == (row.Low, row.High));

    /// <summary>What has changed, as what was found; empty where nothing has, or where the file of an earlier version does not say.</summary>
    private string Since(SensitivityRow row)
    {
        if (InputOf(row) is { } input)
        {
            return row.Value.Length == 0 || row.Value == input.Value ? "" : $"a trial when its value was {row.Value}, not {input.Value}";
        }

        // Ends were not always kept.
        return row.Low.Length + row.High.Length == 0 || !IsThere(row.Path) ? ""
            : $"a trial from {row.Low} to {row.High}, which is not its range now";
    }
}
